package dev.winnow.language.internal.check;

import dev.winnow.language.internal.check.CheckedRule.Variable;
import dev.winnow.language.internal.syntax.Expression;
import dev.winnow.language.internal.syntax.Expression.And;
import dev.winnow.language.internal.syntax.Expression.Arithmetic;
import dev.winnow.language.internal.syntax.Expression.Compare;
import dev.winnow.language.internal.syntax.Expression.Comparison;
import dev.winnow.language.internal.syntax.Expression.Flag;
import dev.winnow.language.internal.syntax.Expression.Member;
import dev.winnow.language.internal.syntax.Expression.Not;
import dev.winnow.language.internal.syntax.Expression.OneOf;
import dev.winnow.language.internal.syntax.Expression.Or;
import dev.winnow.language.internal.syntax.Expression.Property;
import dev.winnow.language.internal.syntax.Expression.Size;
import dev.winnow.language.internal.syntax.Expression.Text;
import dev.winnow.language.internal.syntax.RuleFile;
import dev.winnow.language.internal.syntax.TokenPosition;
import dev.winnow.language.internal.vocabulary.FactType;
import dev.winnow.language.internal.vocabulary.FactType.Kind;
import dev.winnow.language.internal.vocabulary.FactType.Value;
import dev.winnow.model.source.Message;
import dev.winnow.model.source.Nearest;
import dev.winnow.model.value.Unit;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Infers the types of expressions and reports mismatches. */
final class Typing {

    /** Type of an expression with a reported mistake; compatible with every type. */
    static final Value ANY = new Value(Kind.UNTYPED, null, true);

    /** Placeholder for the missing argument of a count. */
    static final Expression NOTHING = new Expression.Numeral("1", new TokenPosition(1, 1, 1));

    private static final Message UNITS = Message.of("money needs a unit, also in limits.yaml: `%s`", "30 mn yuan");

    private static final Message DECLARED_UNITS = Message.of(
            "declare the unit of a number in vocabulary.yaml, that of a limit in limits.yaml: `%s`", "unit: …");

    private static final Message ONE_UNIT = Message.of("units are not converted: declare both in the same unit");

    private static final Value TEXT = new Value(Kind.TEXT, null, false);
    private static final Value FLAG = new Value(Kind.FLAG, null, false);
    private static final Value NUMBER = new Value(Kind.FIGURE, Unit.NUMBER, false);

    private final RuleFile file;
    private final @Nullable FactType type;
    private final Map<String, Variable> scope;
    private final LimitBlame blame;
    private boolean consequence;
    private Set<String> inner = Set.of();
    private boolean open;

    /** Reports a mismatch of units at the limit instead of at the rule that reads it. */
    interface LimitBlame {

        /**
         * Returns whether a value is a limit with another unit, in which case it is reported.
         *
         * @param value a value that may be a limit
         * @param other the type of the value compared with it
         * @param spot the place of the comparison
         */
        boolean reports(@Nullable Expression value, Value other, TokenPosition spot);
    }

    /**
     * @param type the type whose components are in scope; null outside a pattern
     * @param scope the variables in scope
     */
    Typing(RuleFile file, @Nullable FactType type, Map<String, Variable> scope, LimitBlame blame) {
        this.file = file;
        this.blame = blame;
        this.type = type;
        this.scope = scope;
    }

    /**
     * Returns the typing for {@code then}, where the results of accumulates are in scope too.
     *
     * @param inner the variables bound inside a {@code not} or an {@code accumulate}
     */
    Typing inConsequence(Set<String> inner) {
        consequence = true;
        this.inner = inner;
        return this;
    }

    /** Whether any value read so far may be unknown. */
    boolean open() {
        return open;
    }

    /** Checks a condition. */
    void condition(Expression test) {
        if (test instanceof And and) {
            and.parts().forEach(this::condition);
        } else if (test instanceof Or or) {
            or.parts().forEach(this::condition);
        } else if (test instanceof Not not) {
            condition(not.inner());
        } else if (test instanceof Compare compare) {
            Value left = of(compare.left());
            Value right = of(compare.right());
            comparable(compare.sign(), left, right, compare.left(), compare.right(), compare.spot());
            word(compare.left(), left, compare.right());
            word(compare.right(), right, compare.left());
        } else if (test instanceof Member member) {
            want(Kind.TEXT, member.item(), Message.of("the item of a list"));
            Value list = want(Kind.LIST, member.list(), Message.of("the list to search"));
            word(member.list(), list, member.item());
        } else if (test instanceof OneOf oneOf) {
            Value item = want(Kind.TEXT, oneOf.item(), Message.of("the item after `%s`", "in"));
            oneOf.options().forEach(option -> word(oneOf.item(), item, option));
        }
    }

    /** Reports a text that is compared with a closed list of words and is not in it. */
    private void word(Expression holder, Value closed, Expression said) {
        if (said instanceof Text text
                && !closed.words().isEmpty()
                && !closed.words().contains(text.value())) {
            String name = holder instanceof Property property
                    ? property.name()
                    : holder instanceof Expression.Variable variable ? variable.name() : "";
            file.report(
                    text.spot(),
                    Message.of("`%s` is not a value of `%s`", text.value(), name),
                    Nearest.oneOf(text.value(), closed.words()));
        }
    }

    /** Returns the type of a value. */
    Value of(Expression value) {
        Value found = typeOf(value);
        open |= found.open();
        return found;
    }

    private Value typeOf(Expression value) {
        if (value instanceof Property property) {
            return property(property);
        }
        if (value instanceof Expression.Variable variable) {
            return variable(variable);
        }
        if (value instanceof Size size) {
            Value list = want(Kind.LIST, size.list(), Message.of("the value before `%s`", "size"));
            return new Value(Kind.FIGURE, Unit.NUMBER, list.open());
        }
        if (value instanceof Arithmetic arithmetic) {
            return arithmetic(arithmetic);
        }
        if (value instanceof Text) {
            return TEXT;
        }
        if (value instanceof Expression.Numeral number
                && !number.digits().equals("0")
                && !number.digits().equals("1")) {
            return ANY; // a number other than 0 and 1, which the parser reports
        }
        return value instanceof Flag ? FLAG : NUMBER;
    }

    private Value property(Property property) {
        if (type == null) {
            file.report(
                    property.spot(),
                    Message.of("`%s` is used outside a pattern", property.name()),
                    Message.of("did you mean `%s`?", "$" + property.name()));
            return ANY;
        }
        FactType.Property known = type.properties().get(property.name());
        if (known == null && type.isForReaders(property.name())) {
            file.report(
                    property.spot(),
                    Message.of("rules cannot read `%s` of `%s`", property.name(), type.name()),
                    Message.of("it may change once unknown facts are known"));
            return ANY;
        }
        if (known == null) {
            file.report(
                    property.spot(),
                    Message.of("`%s` has no `%s`", type.name(), property.name()),
                    Nearest.advice(
                            property.name(),
                            type.properties().keySet(),
                            Message.of(
                                    "use one of its facts: %s",
                                    Message.names(type.properties().keySet()))));
            return ANY;
        }
        return known.value();
    }

    private Value variable(Expression.Variable variable) {
        Variable bound = scope.get(variable.name());
        if (bound == null) {
            file.report(
                    variable.spot(),
                    Message.of("`%s` is not bound", variable.name()),
                    inner.contains(variable.name())
                            ? Message.of(
                                    "it is bound inside a `%s` or an `%s`, and visible only there", "not", "accumulate")
                            : Nearest.advice(
                                    variable.name(),
                                    scope.keySet(),
                                    Message.of("bind it in a pattern above: `%s`", variable.name() + " : …")));
            scope.put(variable.name(), new Variable(0, NOTHING, ANY, false)); // reports it only once
            return ANY;
        }
        if (bound.total() && !consequence) {
            file.report(
                    variable.spot(),
                    Message.of(
                            "`%s` is the result of an `%s`: use it only in its comparison and in `%s`",
                            variable.name(), "accumulate", "then"),
                    Message.of("two results cannot be compared with each other"));
            return ANY;
        }
        return bound.type();
    }

    private Value arithmetic(Arithmetic arithmetic) {
        Value left = figure(arithmetic.left(), Message.of("each operand of arithmetic"));
        Value right = figure(arithmetic.right(), Message.of("each operand of arithmetic"));
        boolean either = left.open() || right.open();
        boolean adds = arithmetic.sign() == '+' || arithmetic.sign() == '-';
        if (adds && !alike(left, right, arithmetic.right())) {
            clash(left, right, arithmetic.left(), arithmetic.right(), arithmetic.spot());
        }
        Unit one = left.unit();
        Unit other = right.unit();
        Unit unit = one == null || other == null || adds
                ? one
                : arithmetic.sign() == '*' ? one.times(other) : one.over(other);
        return new Value(Kind.FIGURE, unit, either);
    }

    /** Checks a value that must be a figure, and returns its type. */
    Value figure(Expression value, Message role) {
        return want(Kind.FIGURE, value, role);
    }

    private Value want(Kind kind, Expression value, Message role) {
        Value found = of(value);
        if (!found.isUntyped() && found.kind() != kind) {
            file.report(
                    value.spot(),
                    Message.of(
                            "%s must be %s, found %s",
                            role, kind.words(), found.kind().words()),
                    null);
            return ANY;
        }
        return found;
    }

    /**
     * Reports two values that cannot be compared.
     *
     * @param leftValue the left value; null for the result of an {@code accumulate}
     */
    void comparable(
            Comparison sign,
            Value left,
            Value right,
            @Nullable Expression leftValue,
            Expression rightValue,
            TokenPosition spot) {
        if (left.isUntyped() || right.isUntyped()) {
            return;
        }
        boolean equality = sign == Comparison.SAME || sign == Comparison.DIFFERENT;
        if (left.kind() != right.kind()) {
            file.report(
                    spot,
                    Message.of(
                            "`%s` cannot compare %s with %s",
                            sign.sign, left.kind().words(), right.kind().words()),
                    advice(Set.of(left.kind(), right.kind())));
        } else if (left.kind() == Kind.LIST) {
            file.report(
                    spot,
                    Message.of("two lists cannot be compared"),
                    Message.of("to match two lists, use a fact with one row per item, such as `%s`", "LeadUser"));
        } else if (!equality && left.kind() != Kind.FIGURE && left.kind() != Kind.DATE) {
            file.report(
                    spot,
                    Message.of(
                            "`%s` compares figures or dates, found %s",
                            sign.sign, left.kind().words()),
                    null);
        } else if (left.kind() == Kind.FIGURE && !alike(left, right, rightValue)) {
            clash(left, right, leftValue, rightValue, spot);
        }
    }

    private static @Nullable Message advice(Set<Kind> kinds) {
        if (kinds.contains(Kind.LIST)) {
            return Message.of("did you mean `%s` or `%s`?", "memberOf", "contains");
        }
        if (kinds.contains(Kind.DATE)) {
            return Message.of("dates come from facts, or from `%s`", "AsOf( $today : date )");
        }
        return kinds.contains(Kind.FLAG) ? Message.of("write `%s` without quotes", "== true") : null;
    }

    private void clash(
            Value left, Value right, @Nullable Expression leftValue, Expression rightValue, TokenPosition spot) {
        if (!blame.reports(leftValue, right, spot) && !blame.reports(rightValue, left, spot)) {
            file.report(
                    spot,
                    Message.of("cannot compare or add %s and %s", words(left), words(right)),
                    isMoney(left) || isMoney(right)
                            ? UNITS
                            : isDeclared(left) && isDeclared(right) ? ONE_UNIT : DECLARED_UNITS);
        }
    }

    static Message words(Value value) {
        return value.unit() == null ? value.kind().words() : value.unit().words();
    }

    /** Whether a value is money. Currencies need no comparison, since a pack has only one. */
    static boolean isMoney(Value value) {
        return value.unit() != null && value.unit().isMoney();
    }

    private static boolean isDeclared(Value value) {
        return value.unit() != null && value.unit().isDeclared();
    }

    /** Whether two values have the same unit, as far as known, so that one can be a share of the other. */
    static boolean sameKind(Value one, Value other) {
        return one.unit() == null
                || other.unit() == null
                || one.unit().equals(other.unit())
                || (isMoney(one) && isMoney(other));
    }

    /** Whether two values have the same unit, as far as known; a plain 0 is compatible with every unit. */
    private static boolean alike(Value left, Value right, Expression rightValue) {
        boolean zero = rightValue instanceof Expression.Numeral number
                && number.digits().equals("0");
        return zero
                || left.unit() == null
                || right.unit() == null
                || left.unit().isLike(right.unit());
    }
}
