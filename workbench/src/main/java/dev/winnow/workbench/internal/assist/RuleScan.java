package dev.winnow.workbench.internal.assist;

import dev.winnow.language.internal.syntax.Lexer;
import dev.winnow.language.internal.syntax.RuleFile;
import dev.winnow.language.internal.syntax.Token;
import dev.winnow.language.internal.syntax.Token.Kind;
import dev.winnow.language.internal.vocabulary.FactTypes;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** The tokens of a rule file, each with its context. It needs no valid rules, so it works while a rule is being typed. */
final class RuleScan {

    enum Section {
        TOP,
        ANNOTATIONS,
        WHEN,
        THEN
    }

    /**
     * A token with its context.
     *
     * @param section the part of a rule
     * @param type the fact type whose pattern encloses the token; null outside patterns
     * @param rule the number of the rule in the file, from 1; 0 before the first
     * @param depth the number of open parentheses
     */
    record Item(Token token, Section section, @Nullable String type, int rule, int depth) {}

    private final List<Item> items = new ArrayList<>();
    private final Deque<String> types = new ArrayDeque<>();
    private Section section = Section.TOP;
    private int rule;

    private RuleScan() {}

    /** The scan of a text. */
    static RuleScan of(String text, FactTypes known) {
        RuleScan scan = new RuleScan();
        List<Token> tokens = Lexer.tokens(new RuleFile("", "", text, new ArrayList<>()));
        for (int i = 0; i < tokens.size(); i++) {
            scan.add(
                    tokens.get(i),
                    i == 0 ? null : tokens.get(i - 1),
                    tokens.get(Math.min(i + 1, tokens.size() - 1)),
                    known);
        }
        return scan;
    }

    /** The tokens in order, the END token last. */
    List<Item> items() {
        return items;
    }

    private void add(Token token, @Nullable Token before, Token next, FactTypes known) {
        if (token.is("rule")
                && next.kind() == Kind.TEXT
                && (types.isEmpty() || token.spot().column() == 1)) {
            rule++;
            enter(Section.ANNOTATIONS);
        } else if (token.is("when")) {
            enter(Section.WHEN);
        } else if (token.is("then")) {
            enter(Section.THEN);
        }
        if (token.is(")") && !types.isEmpty()) {
            types.pop();
        }
        String type = types.isEmpty() ? "" : types.peek();
        items.add(new Item(token, section, type.isEmpty() ? null : type, rule, types.size()));
        if (token.is("(")) {
            String name = before == null || section != Section.WHEN ? "" : before.text();
            types.push(known.type(name) == null ? type : name);
        } else if (token.is("end") && section == Section.THEN) {
            enter(Section.TOP);
        }
    }

    private void enter(Section entered) {
        section = entered;
        types.clear();
    }
}
