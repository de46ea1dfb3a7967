import { type KyselyPlugin, OperationNodeTransformer, type PrimitiveValueListNode, type ValueNode } from 'kysely';
import { cleanText } from './clean-text';

/** Cleans every text on its way into a query, whichever engine stands behind it, so that no caller can forget to. */
export function cleanTextPlugin(): KyselyPlugin {
  const cleaner = new TextCleaner();
  return {
    transformQuery: ({ node, queryId }) => cleaner.transformNode(node, queryId),
    transformResult: async ({ result }) => result,
  };
}

class TextCleaner extends OperationNodeTransformer {
  protected override transformValue(node: ValueNode): ValueNode {
    return { ...node, value: cleanValue(node.value) };
  }

  protected override transformPrimitiveValueList(node: PrimitiveValueListNode): PrimitiveValueListNode {
    return { ...node, values: node.values.map(cleanValue) };
  }
}

function cleanValue(value: unknown): unknown {
  return typeof value === 'string' ? cleanText(value) : value;
}
