import type { KyselyPlugin } from 'kysely';

/** A kind of query, such as "select cases". */
export type QueryKind = `${'select' | 'update' | 'delete' | 'insert'} ${string}`;

/** A part of a query as Kysely keeps it. */
type Node = { readonly kind: string; readonly [part: string]: unknown };
type Question = { readonly kind: QueryKind; readonly table: string; readonly isForOne: boolean };

/**
 * Refuses, before it runs, every query that could reach more than one council: one on a table of `tables` that does not ask for one
 * tenant, in a subquery too, and SQL that was not built. `allowed` are the kinds of queries that may.
 */
export function tenantGuard(tables: ReadonlySet<string>, allowed: ReadonlySet<QueryKind>): KyselyPlugin {
  return {
    transformQuery: ({ node }) => {
      if (node.kind === 'RawNode') throw new Error('This query is plain SQL, which cannot be looked at.');
      for (const { kind, table, isForOne } of nodesIn(node).flatMap(questionsOf))
        if (tables.has(table) && !isForOne && !allowed.has(kind))
          throw new Error(`This query could reach more than one council: ${kind}`);
      return node;
    },
    transformResult: async ({ result }) => result,
  };
}

function nodesIn(value: unknown): readonly Node[] {
  if (Array.isArray(value)) return value.flatMap(nodesIn);
  if (typeof value !== 'object' || value === null) return [];
  const inside = Object.values(value).flatMap(nodesIn);
  return 'kind' in value && typeof value.kind === 'string' ? [value as Node, ...inside] : inside;
}

/** Which tables a node asks, and whether it asks them for one tenant. */
function questionsOf(node: Node): readonly Question[] {
  const where = partOf(node.where, 'where');
  const joins = listOf(node.joins).map((join) =>
    question('select', partOf(join, 'table'), partOf(partOf(join, 'on'), 'on')),
  );
  const froms = listOf(partOf(node.from, 'froms'));
  if (node.kind === 'SelectQueryNode') return [...froms.map((from) => question('select', from, where)), ...joins];
  if (node.kind === 'UpdateQueryNode') return [question('update', node.table, where), ...joins];
  if (node.kind === 'DeleteQueryNode') return [...froms.map((from) => question('delete', from, where)), ...joins];
  if (node.kind !== 'InsertQueryNode') return [];
  const { table } = namesOf(node.into);
  return [{ kind: `insert ${table}`, table, isForOne: writesOne(node) }];
}

function question(verb: 'select' | 'update' | 'delete', asked: unknown, condition: unknown): Question {
  const { table, alias } = namesOf(asked);
  return { kind: `${verb} ${table}`, table, isForOne: asksForOne(condition, alias) };
}

/** True where the condition holds for one tenant only: `tenant = …` stands in it, with nothing but "and" around it. */
function asksForOne(condition: unknown, alias: string): boolean {
  const node = condition as Node | undefined;
  if (node?.kind === 'ParensNode') return asksForOne(node.node, alias);
  if (node?.kind === 'AndNode') return asksForOne(node.left, alias) || asksForOne(node.right, alias);
  if (node?.kind !== 'BinaryOperationNode' || partOf(node.operator, 'operator') !== '=') return false;
  return [node.leftOperand, node.rightOperand].some(
    (side) => columnOf(side) === 'tenant' && [alias, ''].includes(namesOf(partOf(side, 'table')).table),
  );
}

/** A new row names its tenant; one that takes the place of another takes it within its tenant. */
function writesOne(insert: Node): boolean {
  const names = (columns: unknown) => listOf(columns).map((column) => columnOf({ column }));
  const conflict = insert.onConflict as Node | undefined;
  const isKept = conflict === undefined || conflict.doNothing === true || names(conflict.columns).includes('tenant');
  return names(insert.columns).includes('tenant') && isKept;
}

/** The name of a table, and what it is called in the query. */
function namesOf(node: unknown): { readonly table: string; readonly alias: string } {
  const isAlias = (node as Node | undefined)?.kind === 'AliasNode';
  const table = String(
    partOf(partOf(partOf(isAlias ? partOf(node, 'node') : node, 'table'), 'identifier'), 'name') ?? '',
  );
  return { table, alias: isAlias ? String(partOf(partOf(node, 'alias'), 'name')) : table };
}

function columnOf(node: unknown): unknown {
  return partOf(partOf(partOf(node, 'column'), 'column'), 'name');
}

function listOf(value: unknown): readonly unknown[] {
  return Array.isArray(value) ? value : [];
}

function partOf(node: unknown, name: string): unknown {
  return typeof node === 'object' && node !== null ? (node as { readonly [part: string]: unknown })[name] : undefined;
}
