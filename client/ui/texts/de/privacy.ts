export const privacy = {
  title: 'Datenschutz',
  intro:
    'Leitwand läuft auf dem Server des Veranstaltungsteams. Hier steht, was dort und auf Ihrem Gerät liegt.',
  serverTitle: 'Auf dem Server',
  serverName:
    'Ihr Anzeigename, Ihre Rolle, Ihre Arbeitsgruppe, Ihre Ebene, wenn Sie sie angeben, und wann Sie dazugekommen sind.',
  serverNotes:
    'Die Karten und Texte, die Sie schreiben, und wer eine Karte oder einen Kommentar geschrieben hat.',
  serverHistory: 'Alle Änderungen daran. Auch gelöschter Text kann darin noch enthalten sein.',
  serverNot: 'Keine E\u2011Mail-Adresse, kein Passwort, keine Auswertung, wer wie viel schreibt.',
  deviceTitle: 'Auf Ihrem Gerät',
  deviceCookie: 'Ein Cookie, damit Sie nach einem Neuladen noch dabei sind.',
  deviceNotes:
    'Ihre Karten in der Datenbank des Browsers, damit ohne Netz nichts verloren geht. Ebenso Punkte, bis sie angekommen sind.',
  deviceLanguage:
    'Die gewählte Sprache, Ihre Einstellungen und angefangene Texte. Und welche namenlosen Fragen von Ihnen sind: Das weiß nur dieses Gerät.',
  othersTitle: 'Bei anderen',
  othersText:
    'Nichts. Leitwand fragt keinen anderen Dienst: keine Schriften, keine Bilder, keine Statistik von außen.',
  durationTitle: 'Wie lange und wer hilft',
  durationText:
    'Wie lange die Daten bleiben, legt das Veranstaltungsteam fest. Dort können Sie auch Auskunft oder Löschung verlangen.',
  casesTitle: 'Unsere Bitte',
  casesText: 'Schreiben Sie keine Fälle mit Personenbezug auf Karten.',
} as const
