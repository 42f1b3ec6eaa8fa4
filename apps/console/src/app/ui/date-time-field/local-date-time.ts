/** A moment in the parts that `<input type="date">` and `<input type="time">` speak, in the zone of the browser. */
export interface LocalDateTime {
  readonly date: string;
  readonly time: string;
}

const two = (value: number) => String(value).padStart(2, '0');

export function toLocal(moment: Date): LocalDateTime {
  return {
    date: `${moment.getFullYear()}-${two(moment.getMonth() + 1)}-${two(moment.getDate())}`,
    time: `${two(moment.getHours())}:${two(moment.getMinutes())}`,
  };
}

/** The moment, or null while a part is missing. */
export function fromLocal({ date, time }: LocalDateTime): Date | null {
  const moment = new Date(`${date}T${time}`);
  return date === '' || time === '' || Number.isNaN(moment.getTime()) ? null : moment;
}
