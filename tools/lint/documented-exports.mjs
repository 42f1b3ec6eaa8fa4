/**
 * Every exported declaration of a library has a docstring: whoever meets the symbol in an editor must not have to open
 * the file.
 *
 * @type {import('eslint').Rule.RuleModule}
 */
export const documentedExports = {
  meta: {
    type: 'suggestion',
    schema: [],
    messages: {
      missing:
        'Exported from a library without a docstring. Say what it is, its shapes and units, what it throws, and where the rule comes from (/** ... */ directly above).',
    },
  },
  create(context) {
    return {
      'ExportNamedDeclaration[declaration]'(node) {
        const source = context.sourceCode;
        const decorated = node.declaration.decorators?.[0];
        const first = decorated && decorated.range[0] < node.range[0] ? decorated : node;
        const last = source.getCommentsBefore(first).at(-1) ?? source.getCommentsBefore(node).at(-1);
        const isDocstring = last?.type === 'Block' && last.value.startsWith('*');
        if (!isDocstring && !isOverload(node, source)) context.report({ node, messageId: 'missing' });
      },
    };
  },
};

/** Further signatures and the body of an overloaded function stand below the documented one. */
function isOverload(node, source) {
  const siblings = source.ast.body;
  const before = siblings[siblings.indexOf(node) - 1];
  const name = node.declaration.id?.name;
  return (
    name !== undefined && before?.declaration?.type === 'TSDeclareFunction' && before.declaration.id?.name === name
  );
}
