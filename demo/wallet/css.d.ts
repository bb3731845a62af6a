/** The bundler hands a style sheet over as its text. */
declare module '*.css?text' {
  const text: string;
  export default text;
}
