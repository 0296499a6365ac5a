// Calls operations of a running `winnow serve` with a generated client. The types of keys and values are those of the
// description, so that this file compiles only while the description fits.
import assert from 'node:assert/strict';
import createClient from 'openapi-fetch';
import type { components, paths } from './build/api.js';

const { WINNOW_URL: baseUrl = '', WINNOW_TOKEN: token = '' } = process.env;
const client = createClient<paths>({ baseUrl, headers: { Authorization: `Bearer ${token}` } });

type Assessment = components['schemas']['ScreeningAssessment'];

function only(assessments: Assessment[]): Assessment {
  const [first, ...others] = assessments;
  assert.ok(first);
  assert.equal(others.length, 0);
  return first;
}

const rules = await client.GET('/api/rules');
assert.ok(rules.data && rules.data.rules.length > 0);

const best = await client.GET('/api/screening', { params: { query: { top: 1 } } });
assert.ok(best.data);
const one = only(best.data.assessments);
const verdict: 'RECOMMEND' | 'HOLD' | 'DECLINE' = one.verdict;
assert.ok(one.score.low <= one.score.high);

const { project, city } = one;
const explained = await client.GET('/api/explanation', { params: { query: { project, city } } });
assert.ok(explained.data);
const reasons = only(explained.data.assessments);
assert.equal(reasons.verdict, verdict);
assert.ok(reasons.whyNot !== null);

const gaps = await client.GET('/api/gaps', { params: { query: { city } } });
assert.equal(gaps.data?.schema, 1);

const track = 'integrated-circuits';
const own = await client.POST('/api/screening', { body: { projects: [{ id: 'own', name: 'Own', track }] } });
assert.ok(own.data && own.data.assessments.length > 0);
assert.ok(own.data.assessments.every(each => each.project === 'own'));

const unknown = await client.GET('/api/gaps', { params: { query: { city: 'nowhere' } } });
const problem: components['schemas']['Problem'] | undefined = unknown.error;
assert.equal(unknown.response.status, 404);
assert.equal(problem?.detail, 'unknown city `nowhere`');

const foreign = createClient<paths>({ baseUrl });
assert.equal((await foreign.GET('/api/rules')).response.status, 401);
console.log('The generated client works.');
