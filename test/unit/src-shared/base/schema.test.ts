import { describe, expect, it } from 'vitest';
import { describeProblem, parseWith, s } from '#shared/base/schema';

const schema = s.looseObject({ tasks: s.array(s.looseObject({ durationMinutes: s.int() })) });

describe('parsing with a schema', () => {
  it('gives the value, and keeps fields it does not know', () => {
    const parsed = parseWith(schema, { tasks: [{ durationMinutes: 30, mood: 'good' }], later: 1 });
    expect(parsed).toEqual({ ok: true, value: { tasks: [{ durationMinutes: 30, mood: 'good' }], later: 1 } });
  });

  it('names the path and the value of what is wrong', () => {
    const parsed = parseWith(schema, { tasks: [{ durationMinutes: 30 }, { durationMinutes: 'long' }] });
    expect(parsed.ok).toBe(false);
    expect(parsed.ok ? [] : parsed.error.map((problem) => [problem.path, problem.value])).toEqual([
      ['tasks[1].durationMinutes', '"long"'],
    ]);
    expect(parsed.ok ? '' : describeProblem(parsed.error[0]!)).toBe(
      'tasks[1].durationMinutes is "long": Invalid input: expected number, received string',
    );
  });

  it('says that a field is missing, and shortens a long value', () => {
    const missing = parseWith(schema, {});
    expect(missing.ok ? '' : missing.error[0]?.value).toBe('undefined');
    expect(missing.ok ? '' : describeProblem(missing.error[0]!)).toBe('tasks is missing: expected array');
    const long = parseWith(s.int(), 'x'.repeat(200));
    expect(long.ok ? '' : long.error[0]?.value).toBe(`"${'x'.repeat(76)}...`);
  });

  it('names the whole document when that is what is wrong', () => {
    const parsed = parseWith(schema, 5);
    expect(parsed.ok ? '' : parsed.error[0]?.path).toBe('(document)');
  });
});
