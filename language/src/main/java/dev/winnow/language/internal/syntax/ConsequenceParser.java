package dev.winnow.language.internal.syntax;

import dev.winnow.language.internal.syntax.Consequence.Reason;
import dev.winnow.language.internal.syntax.Expression.Variable;
import dev.winnow.language.internal.syntax.Token.Kind;
import dev.winnow.model.source.Message;
import dev.winnow.model.source.Nearest;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;

/** Parses the consequence of a rule: one call of the scorecard. */
final class ConsequenceParser {

    private static final int MOST_ARGUMENTS = 12;

    private static final Set<String> WRITES =
            Set.of("insert", "insertLogical", "modify", "update", "delete", "retract", "drools", "kcontext");

    private final RuleFile file;
    private final TokenStream tokens;

    ConsequenceParser(RuleFile file, TokenStream tokens) {
        this.file = file;
        this.tokens = tokens;
    }

    /**
     * Parses the consequence after {@code then}.
     *
     * @throws SyntaxException if parsing cannot continue in this rule
     */
    Consequence read(Token then) {
        if (!tokens.peek().is("card")) {
            throw noSentence(then);
        }
        tokens.take();
        tokens.expect(".", Message.of("after `%s`", "card"));
        Token word = tokens.take();
        Verb verb = Verb.of(word.text());
        if (verb == null) {
            file.report(word.spot(), Message.of("unknown verb `%s`", word.text()), advice(word.text(), Verb.words()));
            tokens.skipSentence();
            return Consequence.unread(then);
        }
        tokens.expect("(", Message.of("after `%s`", "card." + verb.word));
        List<Expression> leading = new ArrayList<>();
        for (String role : verb.roles()) {
            leading.add(leading(verb, role));
            tokens.expect(",", Message.of("after %s", part(verb, role)));
        }
        Token text = tokens.take();
        if (text.kind() != Kind.TEXT) {
            throw tokens.error(
                    text,
                    Message.of("expected the reason of `%s` as a text in quotes", "card." + verb.word),
                    Message.of("did you mean `%s`?", "card." + verb.word + "(" + before(verb) + "\"…\");"));
        }
        if (tokens.peek().is("+")) {
            throw tokens.error(
                    Message.of("texts cannot be joined with `%s`", "+"),
                    Message.of("write `%s` in the text, and `%s` after it", "%s", ", $value"));
        }
        List<Variable> arguments = arguments(verb);
        tokens.expect(")", Message.of("after the arguments of `%s`", "card." + verb.word));
        placeholders(file, text.text(), text.spot(), arguments.size());
        tokens.expect(";", Message.of("after `%s`", "card." + verb.word + "(…)"));
        return new Consequence(verb, leading, new Reason(text.text(), arguments));
    }

    /** Returns the mistake for a {@code then} that does not begin with the scorecard. */
    private SyntaxException noSentence(Token then) {
        boolean called = tokens.at(Kind.NAME) && !tokens.atRuleEnd();
        String word = tokens.peek().text();
        Message advice = Verb.of(word) != null
                ? Message.of("did you mean `%s`?", "card." + word)
                : WRITES.contains(word)
                        ? Message.of("a rule cannot change facts")
                        : Message.of("did you mean `%s`?", "card.award(\"…\");");
        return tokens.error(
                tokens.atRuleEnd() ? then : tokens.whole(),
                called
                        ? Message.of("`%s` must be a single call of the scorecard, found `%s`", "then", tokens.dotted())
                        : Message.of("`%s` must be a single call of the scorecard", "then"),
                advice);
    }

    /** Parses the arguments of the text. */
    private List<Variable> arguments(Verb verb) {
        List<Variable> arguments = new ArrayList<>();
        while (tokens.skip(",")) {
            if (arguments.size() == MOST_ARGUMENTS) {
                throw tokens.error(
                        Message.of("a text can have at most %s values", MOST_ARGUMENTS),
                        Message.of("use fewer values, or write several rules"));
            }
            arguments.add(variable(Message.of("the reason of `%s`", "card." + verb.word)));
        }
        if (tokens.at(Kind.VARIABLE)) {
            throw tokens.error(
                    Message.of("`%s` is missing before %s", ",", tokens.peek().shown()), null);
        }
        return arguments;
    }

    private static String before(Verb verb) {
        return verb.roles().stream()
                .map(role -> role.equals(Verb.CRITERION) ? "\"criterion\", " : "$" + role + ", ")
                .collect(Collectors.joining());
    }

    /** Returns a hint with the nearest name, or else all names. */
    static Message advice(String name, List<String> names) {
        return Nearest.advice(name, names, Message.of("use one of %s", Message.names(names)));
    }

    private Expression leading(Verb verb, String role) {
        if (role.equals(Verb.CRITERION)) {
            Token name = tokens.take();
            if (name.kind() != Kind.TEXT) {
                throw tokens.error(
                        name,
                        Message.of("the first argument of `%s` must be a criterion in quotes", "card.cap"),
                        Message.of("did you mean `%s`?", "card.cap(\"criterion\", $ceiling, \"…\");"));
            }
            return new Expression.Text(name.text(), name.spot());
        }
        return variable(part(verb, role));
    }

    private Variable variable(Message where) {
        Token token = tokens.take();
        if (token.kind() != Kind.VARIABLE) {
            throw tokens.error(
                    token,
                    Message.of("%s takes only variables, found %s", where, token.shown()),
                    token.kind() == Kind.NAME
                            ? Message.of("did you mean `%s`?", "$" + token.text())
                            : Message.of("bind a variable above: `%s`", "$value : …"));
        }
        if (tokens.peek().is(".") || tokens.peek().is("[") || tokens.peek().is("+")) {
            throw tokens.error(
                    Message.of("%s takes only variables", where),
                    Message.of("bind the value above: `%s`", "$value : …"));
        }
        return new Variable(token.text(), token.spot());
    }

    private static Message mismatch(int places, int variables) {
        return variables == 1
                ? Message.of("the text has %s `%s` but 1 variable", places, "%s")
                : variables == 0
                        ? Message.of("the text has %s `%s` but no variables", places, "%s")
                        : Message.of("the text has %s `%s` but %s variables", places, "%s", variables);
    }

    /** Returns the name of an argument before the text, for messages. */
    private static Message part(Verb verb, String role) {
        String sentence = "card." + verb.word;
        return switch (role) {
            case "criterion" -> Message.of("the criterion of `%s`", sentence);
            case "ceiling" -> Message.of("the ceiling of `%s`", sentence);
            case "district" -> Message.of("the district of `%s`", sentence);
            case "part" -> Message.of("the part of `%s`", sentence);
            case "whole" -> Message.of("the whole of `%s`", sentence);
            default -> throw new IllegalStateException("`" + sentence + "` has no " + role);
        };
    }

    /** Reports a reason whose number of placeholders differs from the number of its variables. */
    static void placeholders(RuleFile file, String text, TokenPosition spot, int arguments) {
        String plain = text.replace("%s", "");
        int count = (text.length() - plain.length()) / 2;
        if (plain.contains("%")) {
            boolean other = plain.matches("(?s).*%[-0-9$.]*[a-zA-Z].*");
            file.report(
                    spot,
                    Message.of("the only placeholder allowed in a text is `%s`", "%s"),
                    other
                            ? Message.of("did you mean `%s`?", "%s")
                            : Message.of("write `%s` instead of the sign", "per cent"));
        } else if (count != arguments) {
            file.report(spot, mismatch(count, arguments), Message.of("give one variable for each `%s`", "%s"));
        }
    }
}
