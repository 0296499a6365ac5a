package dev.winnow.records.internal.entry;

import java.util.Locale;

/** The kinds of letters; each has a template of its own. */
public enum LetterKind {
    /** To an applicant: the project is not supported, with the reasons. */
    DECLINED,
    /** To an applicant: the project is supported, with conditions and dates. */
    RECOMMENDED,
    /** To any addressee: questions that only this addressee can answer. */
    REQUEST,
    /** To an applicant: nothing is decided yet, and nothing is asked. */
    PENDING;

    /** Returns the name of its template without an ending: {@code declined}. */
    public String word() {
        return name().toLowerCase(Locale.ROOT);
    }
}
