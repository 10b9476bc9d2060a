import { expect, it } from 'vitest';
import { endsOf } from '#renderer/db/stored-keys';

it('the ends of some keys are those of their order by code unit', () => {
  expect(endsOf(['b', 'B', 'a\uffff', 'é', 'a'])).toEqual({ first: 'B', last: 'é' });
  expect(endsOf(['one'])).toEqual({ first: 'one', last: 'one' });
});
