import type { Event } from "../events/event.ts";
import { eventUrl } from "../events/event.ts";
import type { MessageKey } from "../platform/i18n/catalogue.ts";
import { times } from "../platform/i18n/times.ts";
import type { Html } from "../ui/html.ts";
import { enoughToShow } from "../ui/few.ts";
import type { IconName } from "../ui/icon.ts";
import { tasks } from "../ui/tasks.ts";
import type { View } from "../ui/view.ts";
import type { Todo, TodoKind } from "./todo.ts";

/** Each line is the way to do it. */
export function todoList(view: View, event: Event, todo: readonly Todo[]): Html {
  const { t } = view;
  return tasks(
    todo.map(({ kind, path, count = 0, at, others = 0, state = "" }) => {
      const { mark, title, words } = LINES[kind];
      return { mark, title: t(title, { count, few: String(enoughToShow(count) === null) }), href: eventUrl(event.id) + path, words: t(words, { count: others || count, state, when: at ? (kind === "needs" ? times(view, event.zone).date(at) : times(view).recently(at)) : "" }) };
    }),
  );
}

const LINES: Record<TodoKind, { mark: IconName; title: MessageKey; words: MessageKey }> = {
  "new-date": { mark: "calendar-clock", title: "moves.todo", words: "moves.todoMore" },
  publish: { mark: "send", title: "organising.todoPublish", words: "organising.todoPublishMore" },
  place: { mark: "map-pin", title: "organising.todoPlace", words: "organising.todoPlaceMore" },
  about: { mark: "pencil", title: "organising.todoAbout", words: "organising.todoAboutMore" },
  access: { mark: "accessibility", title: "organising.todoAccess", words: "organising.todoAccessMore" },
  icebreaker: { mark: "message-circle", title: "organising.todoIcebreaker", words: "organising.todoIcebreakerMore" },
  "say-hello": { mark: "message-circle", title: "organising.todoHello", words: "organising.todoHelloMore" },
  question: { mark: "ear", title: "organising.todoQuestion", words: "organising.todoQuestionMore" },
  asked: { mark: "hourglass", title: "answering.askedLeft", words: "answering.askedLeftMore" },
  needs: { mark: "accessibility", title: "needs.todo", words: "needs.todoMore" },
  newcomers: { mark: "users-round", title: "welcoming.todo", words: "welcoming.todoMore" },
  thanks: { mark: "mail", title: "afterwards.todoThanks", words: "afterwards.todoThanksMore" },
  waiting: { mark: "hourglass", title: "organising.todoWaiting", words: "organising.todoWaitingMore" },
  share: { mark: "users-round", title: "organising.todoShare", words: "organising.todoShareMore" },
};
