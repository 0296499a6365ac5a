package dev.winnow.workbench.internal.assist;

import dev.winnow.model.source.Message;
import dev.winnow.model.source.Nearest;
import dev.winnow.model.source.Problem;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * A problem of a pack, or a remark of lint.
 *
 * @param file the file, relative to the pack's folder; empty for the folder
 * @param span the part to underline
 * @param severity how serious it is
 * @param code the code of the remark; null for a problem
 * @param what the description
 * @param advice the correction to try; null if there is none
 * @param replacement the text that corrects the spelling of the underlined one; null if the correction is not one word
 */
public record Diagnostic(
        String file,
        Span span,
        Severity severity,
        @Nullable String code,
        Message what,
        @Nullable Message advice,
        @Nullable String replacement) {

    private static final Pattern MEANT = Pattern.compile("did you mean `([^`]+)`\\?");

    /** How serious a diagnostic is. */
    public enum Severity {
        /** The pack cannot be used. */
        ERROR,
        WARNING,
        NOTE
    }

    /** Returns the diagnostic of a problem; its file is empty if the problem is not in the folder. */
    static Diagnostic of(Problem problem, String folder, Severity severity, @Nullable String code) {
        String path = problem.place().file();
        return new Diagnostic(
                path.startsWith(folder + "/") ? path.substring(folder.length() + 1) : "",
                Span.of(problem.place(), problem.length()),
                severity,
                code,
                problem.what(),
                problem.advice(),
                replacement(problem));
    }

    /** The corrected spelling of the underlined word; null if the advice is no other spelling of it. */
    private static @Nullable String replacement(Problem problem) {
        String line = problem.place().text();
        int from = problem.place().column() - 1;
        int to = from + problem.length();
        Matcher meant = MEANT.matcher(String.valueOf(problem.advice()));
        if (line == null || from < 0 || to <= from || to > line.length() || !meant.matches()) {
            return null;
        }
        String written = line.substring(from, to);
        String word = meant.group(1);
        if (word.startsWith("@") && from > 0 && line.charAt(from - 1) == '@') {
            word = word.substring(1);
        }
        char first = written.charAt(0);
        boolean quoted = (first == '"' || first == '\'') && written.length() > 1 && written.endsWith(first + "");
        String bare = quoted ? written.substring(1, written.length() - 1) : written;
        if (Nearest.of(bare, List.of(word)) == null) {
            return null;
        }
        return quoted ? first + word + first : word;
    }
}
