/** Runs on every page, after it stands. Whatever is here only improves a page that is already complete. */
import { focusOnErrors, submitOnce } from "./forms.ts";
import { showCurrentTab } from "./tabs.ts";

focusOnErrors();
submitOnce();
showCurrentTab();
