import type { FastifyInstance } from 'fastify';
import { GraphHttpError } from '../../graph/graph-http-error';

const TOKEN_ENDPOINT = /\/oauth2\/v2\.0\/token$/i;
const LARGEST_FORM = 16_384;

/** Reads the forms of the token endpoint. No other address takes a form: a page elsewhere could send one unasked. */
export function readTokenForms(fastify: FastifyInstance): void {
  const type = 'application/x-www-form-urlencoded';
  fastify.addContentTypeParser<string>(type, { parseAs: 'string', bodyLimit: LARGEST_FORM }, (request, body, done) => {
    const [path = ''] = request.url.split('?', 1);
    if (!TOKEN_ENDPOINT.test(path)) {
      done(new GraphHttpError(415, 'UnsupportedMediaType', `The content type '${type}' is not supported here.`));
      return;
    }
    const form = new URLSearchParams(body);
    const values = [...form.keys()].map((name) => [name, form.getAll(name)] as const);
    done(null, Object.fromEntries(values.map(([name, all]) => [name, all.length === 1 ? all[0] : all])));
  });
}
