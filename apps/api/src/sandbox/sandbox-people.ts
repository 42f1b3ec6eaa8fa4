/** Names of the people of the sandbox, in the order of their numbers. Fabrikam: 01 to 50. */
export const FABRIKAM_NAMES: readonly string[] = [
  'Ann Beebe',
  'Tariq Haddad',
  'Ingrid Solberg',
  'Mateo Quiroga',
  'Chiamaka Obi',
  'Wen Jiahui',
  'Piotr Zawadzki',
  'Leilani Kahale',
  'Rohan Deshpande',
  'Noémie Lacroix',
  'Samuel Okafor',
  'Yuki Tanabe',
  'Beatriz Carvalho',
  'Anders Lindqvist',
  'Farah Al-Sayed',
  'Declan Murphy',
  'Thandiwe Mokoena',
  'Viktor Halász',
  'Priya Raghunathan',
  'Jonas Brandt',
  'Aisha Mbeki',
  'Luca Ferraro',
  'Hana Novotná',
  'Marcus Whitfield',
  'Sofía Villalobos',
  'Duc Tran',
  'Elif Demirci',
  'Gareth Pryce',
  'Mariam Petrosyan',
  'Kwame Asante',
  'Johanna Virtanen',
  'Arjun Bhattacharya',
  'Camille Desrosiers',
  'Oleksandr Kovalenko',
  'Ruth Feldman',
  'Emeka Nwosu',
  'Katarzyna Wolska',
  'Hiroshi Morita',
  'Isabel Fuentes',
  'Tomas Eriksen',
  'Nadia Belkacem',
  'Oscar Vandermeer',
  'Grace Achieng',
  'Stefan Ionescu',
  'Meera Pillai',
  'Bjarne Kristiansen',
  'Lucía Paredes',
  'Adeel Chaudhry',
  'Maren Holtz',
  'Theodore Ashworth',
];

/** Northwind: 01 to 10. */
export const NORTHWIND_NAMES: readonly string[] = [
  'Amara Diallo',
  'Bastian Krüger',
  'Clara Mendonça',
  'Dmitri Sokolov',
  'Esther Njoroge',
  'Finn Rasmussen',
  'Giulia Marchetti',
  'Hassan Rahimi',
  'Ivana Petrović',
  'Jun Watanabe',
];

/** The local part of an address: `Noémie Lacroix` becomes `noemie.lacroix`. */
export function mailName(displayName: string): string {
  return displayName
    .normalize('NFD')
    .replace(/\p{M}/gu, '')
    .toLowerCase()
    .replace(/[^a-z ]/g, '')
    .replaceAll(' ', '.');
}
