// Rules of vCalendar 1.0 (its "basic recurrence rule grammar"), as phones and old Outlooks wrote them: `W2 TU TH #10`.

/** Its text in the grammar of RFC 5545; `null` when it is no such rule. */
export function fromBasicRule(text: string): string | null {
  const [head = '', ...words] = text.trim().toUpperCase().split(/\s+/);
  const match = /^(D|W|MP|MD|YM|YD)(\d+)$/.exec(head);
  if (!match) return null;
  const kind = match[1] as keyof typeof FREQUENCIES;
  const parts = [`FREQ=${FREQUENCIES[kind]}`, `INTERVAL=${match[2]}`];
  // Without an end a rule happens twice; #0 means for ever.
  let end = 'COUNT=2';
  const listed: string[] = [];
  let occurrences: string[] = [];
  let isOpen = false;
  for (const word of words) {
    const count = /^#(\d+)$/.exec(word);
    const weekday = /^(?:MO|TU|WE|TH|FR|SA|SU)$/.test(word);
    if (count) end = Number(count[1]) === 0 ? '' : `COUNT=${Number(count[1])}`;
    else if (/^\d{8}(?:T\d{6}Z?)?$/.test(word)) end = `UNTIL=${word}`;
    else if (weekday && kind === 'MP') {
      listed.push(...occurrences.map((occurrence) => occurrence + word));
      isOpen = false;
    } else if (kind === 'MP') {
      if (!isOpen) occurrences = [];
      isOpen = true;
      occurrences.push(signed(word));
    } else if (weekday) listed.push(word);
    else if (word === 'LD') listed.push('-1');
    // Four digits are a time of day, which the start has, too.
    else if (/^\d{1,3}[+-]?$/.test(word)) listed.push(signed(word));
  }
  if (listed.length > 0 && LISTS[kind] !== '') parts.push(`${LISTS[kind]}=${listed.join(',')}`);
  if (end !== '') parts.push(end);
  return parts.join(';');
}

const FREQUENCIES = { D: 'DAILY', W: 'WEEKLY', MP: 'MONTHLY', MD: 'MONTHLY', YM: 'YEARLY', YD: 'YEARLY' } as const;
const LISTS = { D: '', W: 'BYDAY', MP: 'BYDAY', MD: 'BYMONTHDAY', YM: 'BYMONTH', YD: 'BYYEARDAY' } as const;

/** `2-` counts from the end; a plus changes nothing. */
function signed(word: string): string {
  return word.endsWith('-') ? `-${word.slice(0, -1)}` : word.replace(/\+$/, '');
}
