package dev.winnow.language.internal.wording;

import dev.winnow.language.internal.check.CheckedRule;
import dev.winnow.language.internal.check.CheckedRule.Variable;
import dev.winnow.language.internal.syntax.Expression;
import dev.winnow.language.internal.syntax.Expression.Compare;
import dev.winnow.language.internal.syntax.Expression.Member;
import dev.winnow.language.internal.syntax.Expression.OneOf;
import dev.winnow.language.internal.syntax.Expression.Property;
import dev.winnow.language.internal.syntax.Expression.Text;
import dev.winnow.language.internal.syntax.Pattern;
import dev.winnow.language.internal.vocabulary.FactType;
import dev.winnow.model.source.Language;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

record Premises(CheckedRule checked) {

    int count() {
        return checked.types().size();
    }

    Pattern pattern(int index) {
        return checked.rule().patterns().get(index);
    }

    List<Expression> conditions(int index) {
        return pattern(index).conditions();
    }

    FactType type(int index) {
        return checked.types().get(index);
    }

    /** Returns a component of a pattern's type. */
    FactType.Property property(int index, String component) {
        return Objects.requireNonNull(type(index).properties().get(component), component);
    }

    /** Returns the name of a component of a pattern's type in a language. */
    String words(int index, String component, Language language) {
        return type(index).words(component, language);
    }

    Noun noun(int index) {
        return Noun.of(type(index));
    }

    Variable variable(Expression.Variable name) {
        return checked.variable(name.name());
    }

    /** Returns the limit that a pattern names; null if it matches no limit. */
    @Nullable
    String limit(int index) {
        Text id = pattern(index).limit();
        return id == null ? null : id.value();
    }

    /** Whether a condition only names the limit. */
    boolean isLimitName(int index, Expression test) {
        return limit(index) != null && test instanceof Compare;
    }

    /** Whether a component is a day. */
    boolean isDay(int index, Expression value) {
        FactType.Property known =
                value instanceof Property property ? type(index).properties().get(property.name()) : null;
        return known != null && known.value().kind() == FactType.Kind.DATE;
    }

    /** Whether a condition begins with a component of the row itself. */
    static boolean isPlain(Expression test) {
        return (test instanceof Compare compare && compare.left() instanceof Property)
                || (test instanceof OneOf oneOf && oneOf.item() instanceof Property)
                || (test instanceof Member member
                        && (member.item() instanceof Property || member.list() instanceof Property));
    }
}
