package dev.winnow.language.syntax;

import dev.winnow.language.syntax.Expression.Comparison;
import dev.winnow.language.syntax.Pattern.Binding;
import dev.winnow.language.syntax.Pattern.Condition;
import dev.winnow.language.syntax.Pattern.Part;
import dev.winnow.language.syntax.Pattern.Total;
import dev.winnow.language.syntax.Token.Kind;
import dev.winnow.language.vocabulary.Vocabulary;
import dev.winnow.model.source.Nearest;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** Reads one pattern of a rule's `when`. */
final class PatternParser {

    private static final String FACTS = "a rule matches the facts of the universe, nothing else";
    private static final Map<String, String> REFUSED = Map.ofEntries(
            Map.entry("exists", "write the pattern plainly: a rule awards once, and the witness is listed"),
            Map.entry("forall", "write `not` with a pattern of what must not be"),
            Map.entry("eval", "write the comparison inside a pattern"),
            Map.entry("from", "lists that must meet lists are facts of their own, such as `LeadUser`"),
            Map.entry("collect", "write `accumulate` with `count` or `sum`"),
            Map.entry("groupby", "write `accumulate` with `count` or `sum`"),
            Map.entry("or", "write two rules of one `@family`"),
            Map.entry("and", "patterns one below the other must all hold already"),
            Map.entry("if", "write two rules"),
            Map.entry("over", FACTS),
            Map.entry("?", FACTS),
            Map.entry("/", FACTS),
            Map.entry(",", "patterns stand one below the other, with nothing between"),
            Map.entry("@", "annotations stand between the rule's id and `when`"));
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

    /** Whether a condition seems to begin here. */
    static boolean begins(Token token) {
        return token.kind() == Kind.NAME && (STARTS.contains(token.text()) || Vocabulary.type(token.text()) != null);
    }

    Pattern pattern() {
        Token token = tokens.peek();
        if (token.is("not")) {
            tokens.take();
            boolean wrapped = tokens.skip("(");
            Pattern inner = fact(Pattern.Kind.NOT);
            if (wrapped) {
                tokens.expect(")", "after the pattern of `not`");
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
                    "`" + token.text() + "` names a whole fact",
                    "bind the components that you need inside: `( $value : … )`");
        }
        String refused = token.kind() == Kind.TEXT ? null : REFUSED.get(token.text());
        if (refused != null) {
            throw tokens.error("`" + token.text() + "` is not part of the pack language", refused);
        }
        if (token.is("not") || token.is("accumulate") || token.is("(")) {
            throw tokens.error("conditions do not nest: " + token.shown() + " cannot stand here", "write two rules");
        }
        if (token.kind() != Kind.NAME) {
            throw tokens.error("a condition begins with a type, not with " + token.shown(), "maybe `Project( … )`?");
        }
        if (tokens.peek(1).is(".")) {
            throw tokens.error(
                    tokens.whole(),
                    "`" + tokens.dotted() + "` is not part of the pack language",
                    "a pattern names a type of the model, without a package");
        }
        tokens.take();
        tokens.expect("(", "after `" + token.text() + "`");
        List<Part> parts = new ArrayList<>();
        while (!tokens.peek().is(")")) {
            if (tokens.atRuleEnd() || tokens.peek().is("then")) {
                throw tokens.missing("`)` is missing: the pattern over `" + token.text() + "` is never closed", null);
            }
            if (parts.size() == MOST_PARTS) {
                throw tokens.error("a pattern has at most " + MOST_PARTS + " parts", "write several rules");
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
        tokens.expect("(", "after `accumulate`");
        Pattern inner = fact(Pattern.Kind.ACCUMULATE);
        if (!tokens.skip(";")) {
            if (!tokens.skip(",")) {
                tokens.expect(";", "after the pattern of `accumulate`");
            }
        }
        Token variable = tokens.take();
        if (variable.kind() != Kind.VARIABLE) {
            throw tokens.error(variable, "`accumulate` names its result here", "maybe `$total : sum($amount)`?");
        }
        tokens.expect(":", "after `" + variable.text() + "`");
        Token function = tokens.take();
        if (!TOTALS.contains(function.text())) {
            throw tokens.error(
                    function,
                    "`accumulate` can `count` or `sum`, not " + function.shown(),
                    function.is("max") || function.is("min")
                            ? "the largest at least so much is a pattern; the largest below it is its `not`"
                            : advice(function));
        }
        tokens.expect("(", "after `" + function.text() + "`");
        Expression argument = tokens.peek().is(")") ? null : expressions.arithmetic();
        tokens.expect(")", "after `" + function.text() + "(`");
        boolean count = function.is("count");
        if (count && argument != null && !(argument instanceof Expression.Numeral)) {
            file.report(argument.spot(), "`count` counts facts; what stands in it is not read", "maybe `count(1)`?");
        }
        if (!count && argument == null) {
            throw tokens.error(function, "`sum` needs what to add up", "maybe `sum($amount)`?");
        }
        if (!tokens.skip(";")) {
            throw tokens.missing(
                    "the comparison is missing after `" + function.text() + "(…)`",
                    "maybe `; " + variable.text() + " > 0`?");
        }
        Token left = tokens.peek();
        if (!(left.kind() == Kind.VARIABLE && left.text().equals(variable.text()))) {
            throw tokens.error(
                    "the comparison of an `accumulate` has its own variable on the left",
                    "maybe `" + variable.text() + " >= …`?");
        }
        TokenPosition compared = tokens.take().spot();
        Token sign = tokens.take();
        Comparison comparison = Comparison.of(sign.text());
        if (comparison == null || comparison == Comparison.SAME || comparison == Comparison.DIFFERENT) {
            throw tokens.error(
                    sign,
                    "an `accumulate` compares by `>=`, `>`, `<` or `<=`, not " + sign.shown(),
                    sign.is("==") || sign.is("=") ? "maybe `>=`?" : null);
        }
        Expression right = expressions.primary();
        tokens.expect(")", "after the one comparison of `accumulate`");
        tokens.skip(";");
        Total total = new Total(variable.text(), count ? null : argument, comparison, right, word.spot(), compared);
        return new Pattern(Pattern.Kind.ACCUMULATE, inner.type(), inner.spot(), inner.parts(), total);
    }

    private static String advice(Token function) {
        String nearest = function.kind() == Kind.NAME ? Nearest.advice(function.text(), TOTALS) : null;
        return nearest != null ? nearest : "maybe `count(1)`, or `sum($amount)`?";
    }
}
