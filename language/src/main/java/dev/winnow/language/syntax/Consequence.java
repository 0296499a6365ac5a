package dev.winnow.language.syntax;

import dev.winnow.language.syntax.Expression.Text;
import dev.winnow.language.syntax.Expression.Variable;
import dev.winnow.model.result.Effect;
import java.util.List;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * The consequence of a rule: what it does when it holds. There is one type for each {@link Verb}, with its arguments,
 * how it counts, and its wording. All else that depends on the verb goes through {@link Cases}, so that the compiler
 * names every place that a new verb must be added to.
 */
public sealed interface Consequence {

    /** A consequence that cannot be read; its mistake is reported where it is read. */
    static Consequence unread(Token then) {
        return new Unread(new Reason(then.text(), List.of()));
    }

    /** The reason of the rule. */
    Reason reason();

    /** A copy with another reason. */
    Consequence with(Reason other);

    /** The verb as rule files write it: {@code award}. */
    String word();

    Effect effect();

    Counting counting();

    /** The arguments before the text, in order. */
    default List<Expression> leading() {
        return List.of();
    }

    /** The figures from which its share or ceiling is computed, the last of the arguments before the text. */
    default List<Expression> amounts() {
        return List.of();
    }

    /** The criterion that it limits; null if it limits none. */
    default @Nullable String capped() {
        return null;
    }

    /** The district that it suggests; null if it suggests none. */
    default @Nullable Expression district() {
        return null;
    }

    /**
     * What the rule does, in English.
     *
     * @param points the full points of the rule
     * @param value writes a value in words
     */
    String english(String points, Function<Expression, String> value);

    /** The same in Chinese. */
    String chinese(String points, Function<Expression, String> value);

    /** Calls the case of its type. */
    <T extends @Nullable Object> T choose(Cases<T> cases);

    /**
     * The sentence that a rule gives as its reason.
     *
     * @param text with {@code %s} for each argument
     * @param arguments what fills the text
     */
    record Reason(String text, List<Variable> arguments) {}

    /** A function of the consequence with one case for each verb. */
    interface Cases<T extends @Nullable Object> {

        T award(Award award);

        T awardShare(AwardShare award);

        T knockOut(KnockOut stop);

        T redFlag(RedFlag flag);

        T cap(Cap cap);

        T note(Note note);

        T suggest(Suggest advice);

        T unread(Unread unread);
    }

    /** Awards the rule's points in full. */
    record Award(Reason reason) implements Consequence {

        @Override
        public String word() {
            return Verb.AWARD.word;
        }

        @Override
        public Effect effect() {
            return Verb.AWARD.effect();
        }

        @Override
        public Counting counting() {
            return Counting.IN_FULL;
        }

        @Override
        public String english(String points, Function<Expression, String> value) {
            return "awards " + points + " points";
        }

        @Override
        public String chinese(String points, Function<Expression, String> value) {
            return "得" + points + "分";
        }

        @Override
        public Consequence with(Reason other) {
            return new Award(other);
        }

        @Override
        public <T extends @Nullable Object> T choose(Cases<T> cases) {
            return cases.award(this);
        }
    }

    /** Awards a share of the rule's points: part divided by whole. */
    record AwardShare(Expression part, Expression whole, Reason reason) implements Consequence {

        @Override
        public String word() {
            return Verb.AWARD_SHARE.word;
        }

        @Override
        public Effect effect() {
            return Verb.AWARD_SHARE.effect();
        }

        @Override
        public Counting counting() {
            return Counting.IN_PART;
        }

        @Override
        public List<Expression> leading() {
            return List.of(part, whole);
        }

        @Override
        public List<Expression> amounts() {
            return leading();
        }

        @Override
        public String english(String points, Function<Expression, String> value) {
            return "awards the part of " + points + " points that " + value.apply(part) + " is of "
                    + value.apply(whole);
        }

        @Override
        public String chinese(String points, Function<Expression, String> value) {
            return "按" + value.apply(part) + "占" + value.apply(whole) + "的比例得分，满分" + points + "分";
        }

        @Override
        public Consequence with(Reason other) {
            return new AwardShare(part, whole, other);
        }

        @Override
        public <T extends @Nullable Object> T choose(Cases<T> cases) {
            return cases.awardShare(this);
        }
    }

    /** Knocks the candidate out, whatever its score. */
    record KnockOut(Reason reason) implements Consequence {

        @Override
        public String word() {
            return Verb.KNOCK_OUT.word;
        }

        @Override
        public Effect effect() {
            return Verb.KNOCK_OUT.effect();
        }

        @Override
        public Counting counting() {
            return Counting.AS_SUCH;
        }

        @Override
        public String english(String points, Function<Expression, String> value) {
            return "stops the candidate";
        }

        @Override
        public String chinese(String points, Function<Expression, String> value) {
            return "一票否决";
        }

        @Override
        public Consequence with(Reason other) {
            return new KnockOut(other);
        }

        @Override
        public <T extends @Nullable Object> T choose(Cases<T> cases) {
            return cases.knockOut(this);
        }
    }

    /** Raises a red flag: the candidate needs a human decision. */
    record RedFlag(Reason reason) implements Consequence {

        @Override
        public String word() {
            return Verb.RED_FLAG.word;
        }

        @Override
        public Effect effect() {
            return Verb.RED_FLAG.effect();
        }

        @Override
        public Counting counting() {
            return Counting.AS_SUCH;
        }

        @Override
        public String english(String points, Function<Expression, String> value) {
            return "holds the candidate until a human has looked";
        }

        @Override
        public String chinese(String points, Function<Expression, String> value) {
            return "发出风险警示，人工核查前暂缓";
        }

        @Override
        public Consequence with(Reason other) {
            return new RedFlag(other);
        }

        @Override
        public <T extends @Nullable Object> T choose(Cases<T> cases) {
            return cases.redFlag(this);
        }
    }

    /** Limits a criterion to a ceiling. */
    record Cap(Text criterion, Expression ceiling, Reason reason) implements Consequence {

        @Override
        public String word() {
            return Verb.CAP.word;
        }

        @Override
        public Effect effect() {
            return Verb.CAP.effect();
        }

        @Override
        public Counting counting() {
            return Counting.AS_CEILING;
        }

        @Override
        public List<Expression> leading() {
            return List.of(criterion, ceiling);
        }

        @Override
        public List<Expression> amounts() {
            return List.of(ceiling);
        }

        @Override
        public String capped() {
            return criterion.value();
        }

        @Override
        public String english(String points, Function<Expression, String> value) {
            return "limits `" + capped() + "` to " + value.apply(ceiling);
        }

        @Override
        public String chinese(String points, Function<Expression, String> value) {
            return "`" + capped() + "`得分最高为" + value.apply(ceiling);
        }

        @Override
        public Consequence with(Reason other) {
            return new Cap(criterion, ceiling, other);
        }

        @Override
        public <T extends @Nullable Object> T choose(Cases<T> cases) {
            return cases.cap(this);
        }
    }

    /** Adds a note that has no effect on the score. */
    record Note(Reason reason) implements Consequence {

        @Override
        public String word() {
            return Verb.NOTE.word;
        }

        @Override
        public Effect effect() {
            return Verb.NOTE.effect();
        }

        @Override
        public Counting counting() {
            return Counting.AS_SUCH;
        }

        @Override
        public String english(String points, Function<Expression, String> value) {
            return "says so, and counts nothing";
        }

        @Override
        public String chinese(String points, Function<Expression, String> value) {
            return "作出提示，不计分";
        }

        @Override
        public Consequence with(Reason other) {
            return new Note(other);
        }

        @Override
        public <T extends @Nullable Object> T choose(Cases<T> cases) {
            return cases.note(this);
        }
    }

    /** Suggests a district. */
    record Suggest(Expression district, Reason reason) implements Consequence {

        @Override
        public String word() {
            return Verb.SUGGEST.word;
        }

        @Override
        public Effect effect() {
            return Verb.SUGGEST.effect();
        }

        @Override
        public Counting counting() {
            return Counting.AS_SUCH;
        }

        @Override
        public List<Expression> leading() {
            return List.of(district);
        }

        @Override
        public String english(String points, Function<Expression, String> value) {
            return "suggests " + value.apply(district);
        }

        @Override
        public String chinese(String points, Function<Expression, String> value) {
            return "建议落户" + value.apply(district);
        }

        @Override
        public Consequence with(Reason other) {
            return new Suggest(district, other);
        }

        @Override
        public <T extends @Nullable Object> T choose(Cases<T> cases) {
            return cases.suggest(this);
        }
    }

    /**
     * A consequence that cannot be read. Its mistake is reported where it is read; its rule is kept, so that further
     * mistakes of the rule are reported too.
     */
    record Unread(Reason reason) implements Consequence {

        @Override
        public String word() {
            return "";
        }

        @Override
        public Effect effect() {
            return Effect.NOTE;
        }

        @Override
        public Counting counting() {
            return Counting.AS_SUCH;
        }

        @Override
        public String english(String points, Function<Expression, String> value) {
            return "";
        }

        @Override
        public String chinese(String points, Function<Expression, String> value) {
            return "";
        }

        @Override
        public Consequence with(Reason other) {
            return new Unread(other);
        }

        @Override
        public <T extends @Nullable Object> T choose(Cases<T> cases) {
            return cases.unread(this);
        }
    }
}
