package dev.winnow.language.internal.syntax;

import dev.winnow.language.internal.syntax.Expression.And;
import dev.winnow.language.internal.syntax.Expression.Arithmetic;
import dev.winnow.language.internal.syntax.Expression.Compare;
import dev.winnow.language.internal.syntax.Expression.Comparison;
import dev.winnow.language.internal.syntax.Expression.Flag;
import dev.winnow.language.internal.syntax.Expression.Member;
import dev.winnow.language.internal.syntax.Expression.Not;
import dev.winnow.language.internal.syntax.Expression.Numeral;
import dev.winnow.language.internal.syntax.Expression.OneOf;
import dev.winnow.language.internal.syntax.Expression.Or;
import dev.winnow.language.internal.syntax.Expression.Property;
import dev.winnow.language.internal.syntax.Expression.Size;
import dev.winnow.language.internal.syntax.Expression.Text;
import dev.winnow.language.internal.syntax.Expression.Variable;
import dev.winnow.language.internal.syntax.Token.Kind;
import dev.winnow.model.source.Message;
import dev.winnow.model.source.Nearest;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/** Parses expressions by recursive descent with bounded depth. */
final class ExpressionParser {

    private static final int DEEPEST = 12;
    private static final int MOST_VALUES = 200;
    private static final List<String> CONDITION_WORDS = List.of("in", "memberOf", "contains", "not");
    private static final Message WHOLE_TEXTS = Message.of("compare with `%s`, `%s` or `%s`", "==", "in", "memberOf");
    private static final Message OWN = Message.of("use a component of the pattern's own fact");
    private static final Message ARITHMETIC = Message.of("use only %s", Message.all(List.of("+", "-", "*", "/")));
    private static final Map<String, Message> REFUSED = Map.ofEntries(
            Map.entry("matches", WHOLE_TEXTS),
            Map.entry("soundslike", WHOLE_TEXTS),
            Map.entry("str", WHOLE_TEXTS),
            Map.entry("excludes", Message.of("did you mean `%s`?", "not contains")),
            Map.entry("new", Message.of("a rule cannot change values")),
            Map.entry("eval", Message.of("write the comparison without it")),
            Map.entry("instanceof", Message.of("a pattern already begins with its type")),
            Map.entry("this", OWN),
            Map.entry(
                    "null", Message.of("a rule cannot test for unknown values: an unknown value leaves it undecided")),
            Map.entry("?", Message.of("write two rules")),
            Map.entry("#", OWN),
            Map.entry("/", OWN),
            Map.entry("!.", OWN),
            Map.entry("->", Message.of("write two rules")),
            Map.entry(":=", Message.of("bind with `%s`, and compare with `%s`", ":", "==")),
            Map.entry(";", Message.of("name the component, such as `%s`", "id == \"…\"")),
            Map.entry("++", Message.of("a rule cannot change values")),
            Map.entry("--", Message.of("a rule cannot change values")),
            Map.entry("+=", Message.of("a rule cannot change values")),
            Map.entry("-=", Message.of("a rule cannot change values")),
            Map.entry("::", Message.of("a rule cannot call functions")),
            Map.entry("%", ARITHMETIC),
            Map.entry("^", ARITHMETIC),
            Map.entry("~", ARITHMETIC),
            Map.entry("&", Message.of("did you mean `%s`?", "&&")),
            Map.entry("|", Message.of("did you mean `%s`?", "||")),
            Map.entry("[", Message.of("compare with `%s` or `%s`", "memberOf", "contains")),
            Map.entry("{", Message.of("a rule contains only conditions")),
            Map.entry("@", Message.of("write annotations between the rule's id and `%s`", "when")));
    private static final Map<String, String> COMPARISONS =
            Map.of("=", "==", "=>", ">=", "=<", "<=", "<>", "!=", "is", "==", "equals", "==");

    private final RuleFile file;
    private final TokenStream tokens;
    private int depth;
    private int values;

    ExpressionParser(RuleFile file, TokenStream tokens) {
        this.file = file;
        this.tokens = tokens;
    }

    /** Parses comparisons joined by {@code ||} and {@code &&}. */
    Expression condition() {
        enter();
        List<Expression> parts = new ArrayList<>();
        parts.add(conjunction());
        while (tokens.skip("||")) {
            parts.add(conjunction());
        }
        depth--;
        return parts.size() == 1
                ? parts.get(0)
                : new Or(List.copyOf(parts), parts.get(0).spot());
    }

    private Expression conjunction() {
        List<Expression> parts = new ArrayList<>();
        parts.add(negation());
        while (tokens.skip("&&")) {
            parts.add(negation());
        }
        return parts.size() == 1
                ? parts.get(0)
                : new And(List.copyOf(parts), parts.get(0).spot());
    }

    private Expression negation() {
        Token token = tokens.peek();
        if (token.is("!")) {
            tokens.take();
            if (!tokens.peek().is("(")) {
                throw tokens.error(
                        Message.of("`%s` needs brackets around the condition it negates", "!"),
                        Message.of("did you mean `%s`?", "!( … )"));
            }
            enter();
            Expression inner = negation();
            depth--;
            return new Not(inner, token.spot());
        }
        if (token.is("(") && bracketHoldsCondition()) {
            tokens.take();
            Expression inner = condition();
            tokens.expect(")", Message.of("to close the bracket"));
            return inner;
        }
        return comparison();
    }

    /**
     * Whether a bracket encloses a condition rather than a sum: whether it contains a comparison operator at any depth.
     */
    private boolean bracketHoldsCondition() {
        int open = 0;
        for (int i = 0; ; i++) {
            Token token = tokens.peek(i);
            if (token.is("(")) {
                open++;
            } else if ((token.is(")") && --open == 0) || token.kind() == Kind.END) {
                return false;
            } else if ((Comparison.of(token.text()) != null && token.kind() == Kind.SIGN)
                    || token.is("&&")
                    || token.is("||")
                    || token.is("!")
                    || (token.kind() == Kind.NAME && CONDITION_WORDS.contains(token.text()))) {
                return true;
            }
        }
    }

    private Expression comparison() {
        Expression left = arithmetic();
        Token sign = tokens.peek();
        boolean negated = sign.is("not");
        if (negated) {
            tokens.take();
            sign = tokens.peek();
        }
        if (sign.is("in")) {
            return oneOf(left, negated);
        }
        if (sign.is("memberOf")) {
            tokens.take();
            return new Member(left, primary(), negated, sign.spot());
        }
        if (sign.is("contains")) {
            tokens.take();
            return new Member(primary(), left, negated, sign.spot());
        }
        Comparison comparison = sign.kind() == Kind.SIGN ? Comparison.of(sign.text()) : null;
        if (comparison == null || negated) {
            throw noComparison(sign, left);
        }
        tokens.take();
        return new Compare(comparison, left, arithmetic(), sign.spot());
    }

    private Expression oneOf(Expression item, boolean negated) {
        Token word = tokens.take();
        if (!tokens.skip("(")) {
            throw tokens.missing(
                    Message.of(
                            "`%s` is missing %s, before %s",
                            "(", Message.of("after `%s`", "in"), tokens.peek().shown()),
                    Message.of("for a bound list, write `%s`", "memberOf"));
        }
        List<Text> options = new ArrayList<>();
        do {
            Token option = tokens.take();
            oneMore(option);
            if (option.kind() != Kind.TEXT) {
                throw tokens.error(
                        option,
                        Message.of("`%s` takes texts in quotes, found %s", "in", option.shown()),
                        Message.of("for a bound list, write `%s`", "memberOf"));
            }
            options.add(new Text(option.text(), option.spot()));
        } while (tokens.skip(","));
        tokens.expect(")", Message.of("after the texts of `%s`", "in"));
        return new OneOf(item, List.copyOf(options), negated, word.spot());
    }

    /** Parses sums and products, or a single value. */
    Expression arithmetic() {
        enter();
        Expression left = product();
        while (tokens.peek().is("+") || tokens.peek().is("-")) {
            Token sign = tokens.take();
            left = new Arithmetic(sign.text().charAt(0), left, product(), sign.spot());
        }
        depth--;
        return left;
    }

    private Expression product() {
        Expression left = primary();
        while (tokens.peek().is("*") || tokens.peek().is("/")) {
            Token sign = tokens.take();
            left = new Arithmetic(sign.text().charAt(0), left, primary(), sign.spot());
        }
        return left;
    }

    /** Parses a single value or a bracket. */
    Expression primary() {
        Token token = tokens.peek();
        oneMore(token);
        if (token.is("(")) {
            tokens.take();
            Expression inner = arithmetic();
            tokens.expect(")", Message.of("to close the bracket"));
            return inner;
        }
        if (isRefused(token)) {
            throw refusal(token);
        }
        switch (token.kind()) {
            case TEXT -> {
                tokens.take();
                return new Text(token.text(), token.spot());
            }
            case NUMBER -> {
                Token comma = tokens.decimalComma();
                if (comma != null) {
                    file.report(
                            comma.spot(),
                            Message.of("`%s` has a decimal comma instead of a point", comma.text()),
                            Message.of(
                                    "define it in limits.yaml and write `%s`", "Limit( id == \"…\", $min : value )"));
                    return new Numeral("0", comma.spot());
                }
                tokens.take();
                if (!token.is("0") && !token.is("1")) {
                    file.report(
                            token.spot(),
                            Message.of("the bare number %s has no source", token.shown()),
                            Message.of(
                                    "define it in limits.yaml and write `%s`", "Limit( id == \"…\", $min : value )"));
                }
                return new Numeral(token.text(), token.spot());
            }
            case VARIABLE -> {
                tokens.take();
                return suffix(new Variable(token.text(), token.spot()));
            }
            case NAME -> {
                tokens.take();
                return token.is("true") || token.is("false")
                        ? new Flag(token.is("true"), token.spot())
                        : suffix(new Property(token.text(), token.spot()));
            }
            default -> throw tokens.missing(Message.of("a value is missing before %s", token.shown()), null);
        }
    }

    private static boolean isRefused(Token token) {
        return token.kind() != Kind.TEXT && REFUSED.containsKey(token.text());
    }

    private SyntaxException refusal(Token token) {
        return tokens.error(
                Message.of("%s is not part of the rule language", token.shown()), REFUSED.get(token.text()));
    }

    /** Reports a token other than a comma between two parts of a pattern. */
    SyntaxException noSeparator() {
        Token token = tokens.peek();
        if (token.text().equalsIgnoreCase("and") || token.text().equalsIgnoreCase("or")) {
            boolean both = token.text().equalsIgnoreCase("and");
            return tokens.error(
                    Message.of("%s is not part of the rule language", token.shown()),
                    both ? Message.of("did you mean `%s`?", ",") : Message.of("did you mean `%s`?", "||"));
        }
        return isRefused(token)
                ? refusal(token)
                : tokens.missing(Message.of("`%s` or `%s` is missing before %s", ",", ")", token.shown()), null);
    }

    private SyntaxException noComparison(Token sign, Expression left) {
        if (isRefused(sign)) {
            return refusal(sign);
        }
        String meant = sign.kind() == Kind.TEXT ? null : COMPARISONS.get(sign.text());
        if (meant == null && sign.kind() == Kind.NAME) {
            meant = Nearest.of(sign.text(), CONDITION_WORDS);
        }
        if (meant != null) {
            return tokens.error(
                    Message.of("%s is not a comparison operator", sign.shown()),
                    Message.of("did you mean `%s`?", meant));
        }
        boolean alone = sign.is(",") || sign.is(")");
        return tokens.missing(
                Message.of("a comparison is missing before %s", sign.shown()),
                !alone
                        ? null
                        : left instanceof Property ? Message.of("did you mean `%s`?", "== true") : REFUSED.get(";"));
    }

    private Expression suffix(Expression value) {
        Token dot = tokens.peek();
        if (dot.is("(")) {
            throw tokens.error(
                    Message.of("a rule cannot call functions"),
                    Message.of("only `%s` of a list can be called", "….size()"));
        }
        if (dot.is("[")) {
            throw tokens.error(
                    Message.of("a rule cannot pick an item of a list by its position"),
                    Message.of("compare with `%s` or `%s`", "memberOf", "contains"));
        }
        if (!dot.is(".")) {
            return value;
        }
        tokens.take();
        if (tokens.peek(1).is(".")) {
            String name =
                    value instanceof Property property ? property.name() + "." + tokens.dotted() : tokens.dotted();
            TokenPosition at =
                    new TokenPosition(value.spot().line(), value.spot().column(), name.length());
            throw tokens.error(
                    new Token(Kind.NAME, name, at),
                    Message.of("`%s` is not part of the rule language", name),
                    Message.of("only `%s` of a list can be called", "….size()"));
        }
        Token method = tokens.take();
        if (!method.is("size")) {
            throw tokens.error(
                    method,
                    Message.of("%s cannot be called on a value", method.shown()),
                    Message.of("only `%s` of a list can be called", "….size()"));
        }
        tokens.expect("(", Message.of("after `%s`", "size"));
        tokens.expect(")", Message.of("after `%s`", "size("));
        return new Size(value, method.spot());
    }

    private void oneMore(Token token) {
        if (++values > MOST_VALUES) {
            throw tokens.error(
                    token,
                    Message.of("this expression has more than %s values", MOST_VALUES),
                    Message.of("break it up with `%s`, or write several rules of one `%s`", ",", "@family"));
        }
    }

    private void enter() {
        if (depth == 0) {
            values = 0;
        }
        if (++depth > DEEPEST) {
            throw tokens.error(
                    Message.of("brackets are nested more than %s deep", DEEPEST), Message.of("write two rules"));
        }
    }
}
