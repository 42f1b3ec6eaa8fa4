import { EnumMember, EnumMembers } from './enum-member';
import { valueRule } from './value-rule';

/**
 * A member that holds one word of a vocabulary: a text by its type, so that another word is a wrong value and not a wrong
 * type (contract page 2.7, "String vocabularies"). Read in any letter case.
 */
export function VocabularyMember(words: Record<string, string>): PropertyDecorator {
  return EnumMember(words, valueRule());
}

/** A member that holds several words of a vocabulary; the same rules as {@link VocabularyMember} for each. */
export function VocabularyMembers(words: Record<string, string>): PropertyDecorator {
  return EnumMembers(words, valueRule());
}
