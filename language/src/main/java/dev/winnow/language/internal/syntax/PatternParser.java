package dev.winnow.language.internal.syntax;

import dev.winnow.language.internal.syntax.Expression.Comparison;
import dev.winnow.language.internal.syntax.Pattern.Binding;
import dev.winnow.language.internal.syntax.Pattern.Condition;
import dev.winnow.language.internal.syntax.Pattern.Part;
import dev.winnow.language.internal.syntax.Pattern.Total;
import dev.winnow.language.internal.syntax.Token.Kind;
import dev.winnow.model.source.Message;
import dev.winnow.model.source.Nearest;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Parses one pattern of {@code when}. */
final class PatternParser {

    private static final Message FACTS = Message.of("a rule can only match facts of the universe");
    private static final Map<String, Message> REFUSED = Map.ofEntries(
            Map.entry("exists", Message.of("write the pattern alone: a rule counts once, however many facts match")),
            Map.entry("forall", Message.of("write `%s` with a pattern of the facts that must not exist", "not")),
            Map.entry("eval", Message.of("write the comparison inside a pattern")),
            Map.entry(
                    "from",
                    Message.of("to match two lists, use a fact with one row per item, such as `%s`", "LeadUser")),
            Map.entry("collect", Message.of("write `%s` with `%s` or `%s`", "accumulate", "count", "sum")),
            Map.entry("groupby", Message.of("write `%s` with `%s` or `%s`", "accumulate", "count", "sum")),
            Map.entry("or", Message.of("write two rules of one `%s`", "@family")),
            Map.entry("and", Message.of("leave it out: patterns on separate lines must all hold")),
            Map.entry("if", Message.of("write two rules")),
            Map.entry("over", FACTS),
            Map.entry("?", FACTS),
            Map.entry("/", FACTS),
            Map.entry(",", Message.of("write each pattern on a line of its own, without a separator")),
            Map.entry("@", Message.of("write annotations between the rule's id and `%s`", "when")));
    private static final int MOST_PARTS = 40;
    private static final List<String> TOTALS = List.of("count", "sum");
    private static final Set<String> STARTS = Set.of("not", "accumulate", "exists", "forall", "eval");

    private final RuleFile file;
    private final TokenStream tokens;
    private final ExpressionParser expressions;

    PatternParser(RuleFile file, TokenStream tokens) {
        this.file = file;
        this.tokens = tokens;
        this.expressions = new ExpressionParser(file, tokens);
    }

    /** Whether a token can begin a pattern. */
    static boolean begins(Token token) {
        return token.kind() == Kind.NAME
                && (STARTS.contains(token.text())
                        || Character.isUpperCase(token.text().charAt(0)));
    }

    Pattern pattern() {
        Token token = tokens.peek();
        if (token.is("not")) {
            tokens.take();
            boolean wrapped = tokens.skip("(");
            Pattern inner = fact(Pattern.Kind.NOT);
            if (wrapped) {
                tokens.expect(")", Message.of("after the pattern of `%s`", "not"));
            }
            tokens.skip(";");
            return inner;
        }
        if (token.is("accumulate") || token.is("acc")) {
            return accumulate();
        }
        Pattern pattern = fact(Pattern.Kind.FACT);
        tokens.skip(";");
        return pattern;
    }

    private Pattern fact(Pattern.Kind kind) {
        Token token = tokens.peek();
        if (token.kind() == Kind.VARIABLE) {
            throw tokens.error(
                    Message.of("`%s` cannot be bound to a whole fact", token.text()),
                    Message.of("bind the components you need inside it: `%s`", "( $value : … )"));
        }
        Message refused = token.kind() == Kind.TEXT ? null : REFUSED.get(token.text());
        if (refused != null) {
            throw tokens.error(Message.of("`%s` is not part of the rule language", token.text()), refused);
        }
        if (token.is("not") || token.is("accumulate") || token.is("(")) {
            throw tokens.error(
                    Message.of("patterns cannot be nested: %s is not allowed here", token.shown()),
                    Message.of("write two rules"));
        }
        if (token.kind() != Kind.NAME) {
            throw tokens.error(
                    Message.of("a pattern must begin with a type, found %s", token.shown()),
                    Message.of("did you mean `%s`?", "Project( … )"));
        }
        if (tokens.peek(1).is(".")) {
            throw tokens.error(
                    tokens.whole(),
                    Message.of("`%s` is not part of the rule language", tokens.dotted()),
                    Message.of("write the type without a package"));
        }
        tokens.take();
        tokens.expect("(", Message.of("after `%s`", token.text()));
        List<Part> parts = new ArrayList<>();
        while (!tokens.peek().is(")")) {
            if (tokens.atRuleEnd() || tokens.peek().is("then")) {
                throw tokens.missing(
                        Message.of("`%s` is missing: the pattern of `%s` is not closed", ")", token.text()), null);
            }
            if (parts.size() == MOST_PARTS) {
                throw tokens.error(
                        Message.of("a pattern has at most %s parts", MOST_PARTS), Message.of("write several rules"));
            }
            parts.add(part());
            if (!tokens.skip(",") && !tokens.peek().is(")")) {
                throw expressions.noSeparator();
            }
        }
        tokens.take();
        return new Pattern(kind, token.text(), token.spot(), List.copyOf(parts), null);
    }

    private Part part() {
        Token token = tokens.peek();
        if (token.kind() == Kind.VARIABLE && tokens.peek(1).is(":")) {
            tokens.take();
            tokens.take();
            return new Binding(token.text(), expressions.arithmetic(), token.spot());
        }
        return new Condition(expressions.condition());
    }

    private Pattern accumulate() {
        Token word = tokens.take();
        tokens.expect("(", Message.of("after `%s`", "accumulate"));
        Pattern inner = fact(Pattern.Kind.ACCUMULATE);
        if (!tokens.skip(";") && !tokens.skip(",")) {
            tokens.expect(";", Message.of("after the pattern of `%s`", "accumulate"));
        }
        Token variable = result();
        Token function = function();
        Expression argument = argument(function);
        if (!tokens.skip(";")) {
            throw tokens.missing(
                    Message.of("the comparison is missing after `%s`", function.text() + "(…)"),
                    Message.of("did you mean `%s`?", "; " + variable.text() + " > 0"));
        }
        TokenPosition compared = left(variable);
        Comparison comparison = limiting();
        Expression right = expressions.primary();
        tokens.expect(")", Message.of("after the comparison of `%s`", "accumulate"));
        tokens.skip(";");
        Total total = new Total(variable.text(), argument, comparison, right, word.spot(), compared);
        return new Pattern(Pattern.Kind.ACCUMULATE, inner.type(), inner.spot(), inner.parts(), total);
    }

    /** Parses the variable of a count or sum and the colon after it. */
    private Token result() {
        Token variable = tokens.take();
        if (variable.kind() != Kind.VARIABLE) {
            throw tokens.error(
                    variable,
                    Message.of("expected a name for the result of `%s`", "accumulate"),
                    Message.of("did you mean `%s`?", "$total : sum($amount)"));
        }
        tokens.expect(":", Message.of("after `%s`", variable.text()));
        return variable;
    }

    private Token function() {
        Token function = tokens.take();
        if (!TOTALS.contains(function.text())) {
            throw tokens.error(
                    function,
                    Message.of("`%s` supports `%s` and `%s`, found %s", "accumulate", "count", "sum", function.shown()),
                    function.is("max") || function.is("min")
                            ? Message.of(
                                    "for a maximum of at least a value, write a pattern; for one below it, write `%s` with that pattern",
                                    "not")
                            : advice(function));
        }
        return function;
    }

    /** Parses the argument of a sum with its brackets; null for a count, which has none. */
    private @Nullable Expression argument(Token function) {
        tokens.expect("(", Message.of("after `%s`", function.text()));
        Expression argument = tokens.peek().is(")") ? null : expressions.arithmetic();
        tokens.expect(")", Message.of("after `%s`", function.text() + "("));
        if (function.is("count")) {
            if (argument != null && !(argument instanceof Expression.Numeral)) {
                file.report(
                        argument.spot(),
                        Message.of("`%s` counts facts and takes no argument", "count"),
                        Message.of("did you mean `%s`?", "count(1)"));
            }
            return null;
        }
        if (argument == null) {
            throw tokens.error(
                    function,
                    Message.of("`%s` needs a value to add up", "sum"),
                    Message.of("did you mean `%s`?", "sum($amount)"));
        }
        return argument;
    }

    /** Parses the variable on the left side of the comparison, and returns its position. */
    private TokenPosition left(Token variable) {
        Token left = tokens.peek();
        if (!(left.kind() == Kind.VARIABLE && left.text().equals(variable.text()))) {
            throw tokens.error(
                    Message.of("the comparison of an `%s` must have its own variable on the left", "accumulate"),
                    Message.of("did you mean `%s`?", variable.text() + " >= …"));
        }
        return tokens.take().spot();
    }

    /** Parses the comparison operator, which must be an inequality. */
    private Comparison limiting() {
        Token sign = tokens.take();
        Comparison comparison = Comparison.of(sign.text());
        if (comparison == null || comparison == Comparison.SAME || comparison == Comparison.DIFFERENT) {
            throw tokens.error(
                    sign,
                    Message.of(
                            "an `%s` must compare by %s, found %s",
                            "accumulate", Message.any(List.of(">=", ">", "<", "<=")), sign.shown()),
                    sign.is("==") || sign.is("=") ? Message.of("did you mean `%s`?", ">=") : null);
        }
        return comparison;
    }

    private static Message advice(Token function) {
        Message nearest = function.kind() == Kind.NAME ? Nearest.advice(function.text(), TOTALS) : null;
        return nearest != null ? nearest : Message.of("did you mean `%s`, or `%s`?", "count(1)", "sum($amount)");
    }
}
