package dev.winnow.workbench.internal.mutate;

import dev.winnow.language.internal.check.CheckedRule;
import dev.winnow.language.internal.syntax.Lexer;
import dev.winnow.language.internal.syntax.PackRule;
import dev.winnow.language.internal.syntax.RuleFile;
import dev.winnow.language.internal.syntax.RuleTable;
import dev.winnow.language.internal.syntax.Token;
import dev.winnow.language.internal.syntax.Token.Kind;
import dev.winnow.language.internal.syntax.TokenPosition;
import dev.winnow.model.source.Place;
import dev.winnow.workbench.internal.mutate.Mutation.Edit;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** The tokens of a rule file with their positions in the text. */
final class RuleSource {

    private final RuleFile file;
    private final List<Integer> lineStarts = new ArrayList<>(List.of(0));
    private final Map<String, List<Token>> byRule = new LinkedHashMap<>();
    /** The text before the first rule. */
    private final String head;

    /** @param file a valid file */
    RuleSource(RuleFile file) {
        this.file = file;
        for (int i = file.text().indexOf('\n'); i >= 0; i = file.text().indexOf('\n', i + 1)) {
            lineStarts.add(i + 1);
        }
        List<Token> tokens = Lexer.tokens(file);
        for (int i = 0; i + 1 < tokens.size(); i++) {
            if (tokens.get(i).is("rule") && tokens.get(i + 1).kind() == Kind.TEXT) {
                int end = i;
                while (!tokens.get(end).is("end") && tokens.get(end).kind() != Kind.END) {
                    end++;
                }
                byRule.put(tokens.get(i + 1).text(), List.copyOf(tokens.subList(i, end + 1)));
                i = end;
            }
        }
        this.head = byRule.values().stream()
                .findFirst()
                .map(first -> text().substring(0, from(first.get(0))))
                .orElse("");
    }

    /** Returns the tokens of a rule, from {@code rule} to {@code end}; for a row, those of the rule with its table. */
    List<Token> rule(PackRule rule) {
        RuleTable.Row row = rule.row();
        return byRule.getOrDefault(row == null ? rule.id() : row.table().id(), List.of());
    }

    String text() {
        return file.text();
    }

    /**
     * Returns the file with a mutation and without its other rules, which would be parsed again for each mutation. A
     * file with a table keeps all its text, since the table precedes its rule.
     */
    String changed(PackRule rule, Mutation mutation) {
        List<Token> tokens = rule(rule);
        if (rule.row() != null || tokens.isEmpty()) {
            return Edit.apply(text(), mutation.edits());
        }
        int from = from(tokens.get(0));
        int to = to(tokens.get(tokens.size() - 1));
        List<Edit> edits = mutation.edits().stream()
                .map(edit -> new Edit(edit.from() - from, edit.to() - from, edit.after()))
                .toList();
        return head + Edit.apply(text().substring(from, to), edits) + "\n";
    }

    int from(Token token) {
        return from(token.spot());
    }

    /** Returns the index at which a position begins. */
    int from(TokenPosition spot) {
        return lineStarts.get(spot.line() - 1) + spot.column() - 1;
    }

    /** Returns the index at which a position ends. */
    int to(TokenPosition spot) {
        return from(spot) + spot.length();
    }

    int to(Token token) {
        return to(token.spot());
    }

    /** Returns the text of a token as in the file. */
    String text(Token token) {
        return text().substring(from(token), to(token));
    }

    /** Returns the description of a mutation. */
    Mutant mutant(CheckedRule rule, Mutation mutation) {
        Edit edit = shown(mutation);
        int line = line(edit.from());
        int start = lineStarts.get(line - 1);
        String source = file.lines().get(line - 1);
        int lineEnd = start + source.length();
        Edit whole = mutation.shown();
        int from = Math.max(whole.from(), start);
        int to = Math.min(whole.to(), lineEnd);
        String changed = source.substring(0, from - start) + whole.after() + source.substring(to - start);
        return new Mutant(
                rule.id(),
                file.criterion(),
                new Place(file.path(), line, edit.from() - start + 1, source),
                mutation.kind(),
                oneLine(text().substring(edit.from(), edit.to())),
                oneLine(edit.after()),
                changed,
                Mutant.Fate.UNDECIDED,
                null);
    }

    /** Returns the edit to show, without the white space and comma around dropped text. */
    private Edit shown(Mutation mutation) {
        Edit edit = mutation.shown();
        int from = edit.from();
        int to = edit.to();
        if (edit.after().isEmpty()) {
            while (from < to && isBetween(text().charAt(from))) {
                from++;
            }
            while (to > from && isBetween(text().charAt(to - 1))) {
                to--;
            }
        }
        return from == to ? edit : new Edit(from, to, edit.after());
    }

    private static boolean isBetween(char c) {
        return Character.isWhitespace(c) || c == ',';
    }

    private int line(int offset) {
        int line = 1;
        while (line < lineStarts.size() && lineStarts.get(line) <= offset) {
            line++;
        }
        return line;
    }

    private static String oneLine(String text) {
        return text.strip().replaceAll("\\s+", " ");
    }

    /** Returns an order of mutations by place, then by replacement. */
    static Comparator<Mutation> order() {
        return Comparator.comparingInt((Mutation mutation) -> mutation.shown().from())
                .thenComparingInt(mutation -> mutation.shown().to())
                .thenComparing(Mutation::kind)
                .thenComparing(mutation -> mutation.shown().after());
    }
}
