// Where the engine or its words could not be loaded.

/** A sentence, and the name of the button that tries again, by language. @type {Record<string, [string, string]>} */
export const sentences = {
  es: ["Este navegador o esta página no permiten mostrar el programa.", "Reintentar"],
  pt: ["Este navegador ou esta página não permitem exibir a programação.", "Tentar novamente"],
  en: ["This browser or this page does not allow the programme to be shown.", "Try again"],
  ko: ["이 브라우저 또는 페이지에서는 일정을 표시할 수 없습니다.", "다시 시도"],
  fr: ["Ce navigateur ou cette page ne permet pas d’afficher le programme.", "Réessayer"],
  ht: ["Navigatè sa a oswa paj sa a pa pèmèt nou montre pwogram nan.", "Eseye ankò"],
  nl: ["Deze browser of deze pagina staat niet toe dat het programma wordt getoond.", "Opnieuw proberen"],
};
