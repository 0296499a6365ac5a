package dev.winnow.report.internal.letters;

import java.util.List;
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

    /** Returns the placeholders of its lists. */
    List<String> lists() {
        return switch (this) {
            case DECLINED -> List.of("reasons", "strengths");
            case RECOMMENDED -> List.of("strengths", "conditions");
            case REQUEST -> List.of("questions", "conditions");
            case PENDING -> List.of("reasons", "conditions");
        };
    }

    /** Returns the placeholders without which its template is refused. */
    List<String> required() {
        return switch (this) {
            case DECLINED -> List.of("project", "decision", "reasons");
            case RECOMMENDED -> List.of("project", "decision", "conditions");
            case REQUEST -> List.of("project", "questions", "until");
            case PENDING -> List.of("project", "decision");
        };
    }
}
