package dev.winnow.language.syntax;

import dev.winnow.language.syntax.Consequence.Reason;
import dev.winnow.language.syntax.Expression.Variable;
import dev.winnow.language.syntax.Token.Kind;
import dev.winnow.model.source.Nearest;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;

/** Reads what a rule does when it holds: one sentence of the scorecard, and nothing else. */
final class ConsequenceParser {

    private static final int MOST_SAID = 12;

    private static final Set<String> WRITES =
            Set.of("insert", "insertLogical", "modify", "update", "delete", "retract", "drools", "kcontext");

    private final RuleFile file;
    private final TokenStream tokens;

    ConsequenceParser(RuleFile file, TokenStream tokens) {
        this.file = file;
        this.tokens = tokens;
    }

    /**
     * Reads it, behind {@code then}.
     *
     * @throws SyntaxException if it cannot be read on from there
     */
    Consequence read(Token then) {
        if (!tokens.peek().is("card")) {
            throw tokens.error(
                    tokens.atRuleEnd() ? then : tokens.whole(),
                    "`then` is one sentence of the scorecard"
                            + (tokens.at(Kind.NAME) && !tokens.atRuleEnd() ? ", not `" + tokens.dotted() + "`" : ""),
                    Verb.of(tokens.peek().text()) != null
                            ? "maybe `card." + tokens.peek().text() + "`?"
                            : WRITES.contains(tokens.peek().text())
                                    ? "a rule only reads facts, and changes none"
                                    : "maybe `card.award(\"…\");`?");
        }
        tokens.take();
        tokens.expect(".", "after `card`");
        Token word = tokens.take();
        Verb verb = Verb.of(word.text());
        if (verb == null) {
            file.report(
                    word.spot(), "the scorecard has no verb `" + word.text() + "`", advice(word.text(), Verb.words()));
            tokens.skipSentence();
            return Consequence.unread(then);
        }
        tokens.expect("(", "after `card." + verb.word + "`");
        List<Expression> leading = new ArrayList<>();
        for (String role : verb.roles()) {
            leading.add(leading(verb, role));
            tokens.expect(",", "after the " + role + " of `card." + verb.word + "`");
        }
        Token text = tokens.take();
        if (text.kind() != Kind.TEXT) {
            throw tokens.error(
                    text,
                    "`card." + verb.word + "` needs its reason here, as a text in quotes",
                    "maybe `card." + verb.word + "(" + before(verb) + "\"…\");`?");
        }
        if (tokens.peek().is("+")) {
            throw tokens.error("a text is not joined with `+`", "write `%s` in the text, and `, $value` after it");
        }
        List<Variable> arguments = new ArrayList<>();
        while (tokens.skip(",")) {
            if (arguments.size() == MOST_SAID) {
                throw tokens.error(
                        "a text names at most " + MOST_SAID + " values", "name fewer, or write several rules");
            }
            arguments.add(variable("the reason of `card." + verb.word + "`"));
        }
        if (tokens.at(Kind.VARIABLE)) {
            throw tokens.error("`,` is missing before " + tokens.peek().shown(), null);
        }
        tokens.expect(")", "after the arguments of `card." + verb.word + "`");
        placeholders(text, arguments);
        tokens.expect(";", "after `card." + verb.word + "(…)`");
        return verb.says(leading, new Reason(text.text(), arguments));
    }

    private static String before(Verb verb) {
        return verb.roles().stream()
                .map(role -> role.equals(Verb.CRITERION) ? "\"criterion\", " : "$" + role + ", ")
                .collect(Collectors.joining());
    }

    /** The nearest of a few names, or else all of them. */
    static String advice(String name, List<String> names) {
        String nearest = Nearest.advice(name, names);
        return nearest != null ? nearest : "there are `" + String.join("`, `", names) + "`";
    }

    private Expression leading(Verb verb, String role) {
        if (role.equals(Verb.CRITERION)) {
            Token name = tokens.take();
            if (name.kind() != Kind.TEXT) {
                throw tokens.error(
                        name,
                        "`card.cap` names the criterion that it caps first, in quotes",
                        "maybe `card.cap(\"criterion\", $ceiling, \"…\");`?");
            }
            return new Expression.Text(name.text(), name.spot());
        }
        return variable("the " + role + " of `card." + verb.word + "`");
    }

    private Variable variable(String where) {
        Token token = tokens.take();
        if (token.kind() != Kind.VARIABLE) {
            throw tokens.error(
                    token,
                    where + " takes bare variables, not " + token.shown(),
                    token.kind() == Kind.NAME
                            ? "maybe `$" + token.text() + "`?"
                            : "bind a variable above: `$value : …`");
        }
        if (tokens.peek().is(".") || tokens.peek().is("[") || tokens.peek().is("+")) {
            throw tokens.error(where + " takes bare variables", "bind the value above: `$value : …`");
        }
        return new Variable(token.text(), token.spot());
    }

    private void placeholders(Token text, List<Variable> arguments) {
        String plain = text.text().replace("%s", "");
        int count = (text.text().length() - plain.length()) / 2;
        if (plain.contains("%")) {
            boolean other = plain.matches("(?s).*%[-0-9$.]*[a-zA-Z].*");
            file.report(
                    text.spot(),
                    "the only placeholder of a text is `%s`",
                    other ? "maybe `%s`?" : "write `per cent` for the sign");
        } else if (count != arguments.size()) {
            file.report(
                    text.spot(),
                    "the text has " + count + " `%s`, and "
                            + (arguments.isEmpty() ? "no" : arguments.size())
                            + (arguments.size() == 1 ? " variable follows it" : " variables follow it"),
                    "give one variable for each `%s`");
        }
    }
}
