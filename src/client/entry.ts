/** Runs on every page, after it stands. Whatever is here only improves a page that is already complete. */
import { focusOnErrors } from "./errors.ts";

focusOnErrors();
