import type { Case, CaseEvent } from '../cases/case';

/** A case as its councillor may have a copy of it: nothing in it tells that somebody else asked the same. Numbers of events go by what is left. */
export function hideOthers({ joined: _joined, ...one }: Case): Case {
  const shown = (event: number) => event - one.events.slice(0, event).filter(isParted).length;
  const { told, ...delivery } = one.delivery;
  return {
    ...one,
    events: one.events
      .filter((event) => !isParted(event))
      .map((event) => (event.kind === 'not_delivered' ? { ...event, event: shown(event.event) } : event)),
    delivery: { ...delivery, ...(told && { told: { ...told, event: shown(told.event) } }) },
  };
}

function isParted({ kind }: CaseEvent): boolean {
  return kind === 'parted';
}
