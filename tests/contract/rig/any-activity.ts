import fc from 'fast-check';

const anything = fc.oneof(
  fc.jsonValue(),
  fc.string({ unit: 'binary', maxLength: 200 }),
  fc.constantFrom(
    null,
    '',
    0,
    -1,
    true,
    [],
    {},
    '\u0000',
    '\u202eabc',
    'a'.repeat(5000),
    '<at>everyone</at>',
    '&#99999999;',
    '__proto__',
  ),
);

/** The value of an activity: likely forms of every kind of invoke with anything in them, and anything at all. */
export const anyValue = fc.oneof(
  anything,
  fc.record({ action: fc.record({ type: fc.constantFrom('Action.Execute', 'x'), verb: anything, data: anything }) }),
  fc.record({ commandId: fc.constant('checkPost'), messagePayload: anything, data: anything }),
  fc.record({ verb: anything }),
  fc.record({ data: fc.record({ verb: anything, msteams: anything, box: anything }), context: anything }),
  fc.record({ data: anything }),
  fc.record({ commandId: anything, parameters: anything, queryOptions: anything }),
  fc.record({
    commandId: fc.constant('searchGuidance'),
    parameters: fc.array(fc.oneof(anything, fc.record({ name: fc.constant('query'), value: anything }))),
    queryOptions: fc.oneof(anything, fc.record({ skip: anything })),
  }),
);

/** Fields of an activity, some of them likely and some of them anything at all, to be laid over a good one. */
export const anyActivity = fc.record(
  {
    type: fc.oneof(
      {
        weight: 6,
        arbitrary: fc.constantFrom(
          'message',
          'invoke',
          'conversationUpdate',
          'installationUpdate',
          'event',
          'messageUpdate',
        ),
      },
      anything,
    ),
    id: fc.oneof(fc.uuid(), anything),
    text: anything,
    name: fc.oneof(
      fc.constantFrom(
        'adaptiveCard/action',
        'task/fetch',
        'task/submit',
        'composeExtension/fetchTask',
        'composeExtension/submitAction',
        'composeExtension/query',
        'signin/verifyState',
      ),
      anything,
    ),
    value: anyValue,
    from: fc.oneof({ weight: 3, arbitrary: fc.record({ id: fc.constant('29:x'), aadObjectId: anything }) }, anything),
    recipient: fc.oneof({ weight: 3, arbitrary: fc.constant({ id: '28:bot' }) }, anything),
    conversation: fc.oneof(
      { weight: 5, arbitrary: fc.constant({ id: '19:c', conversationType: 'channel' }) },
      anything,
    ),
    channelData: anything,
    entities: anything,
    attachments: anything,
    membersAdded: anything,
    action: anything,
    replyToId: anything,
    timestamp: anything,
    locale: anything,
    deliveryMode: anything,
  },
  { requiredKeys: [] },
);
