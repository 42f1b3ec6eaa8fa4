/** The build hands an SVG file over as its text (`loader` in project.json; the Jest preset does the same). */
declare module '*.svg' {
  const text: string;
  export default text;
}
