package dev.winnow.language.internal.check;

import dev.winnow.language.internal.check.CheckedRule.Variable;
import dev.winnow.language.internal.pack.LimitTable;
import dev.winnow.language.internal.syntax.Expression;
import dev.winnow.language.internal.syntax.Expression.Compare;
import dev.winnow.language.internal.syntax.Expression.Comparison;
import dev.winnow.language.internal.syntax.Expression.Property;
import dev.winnow.language.internal.syntax.Expression.Text;
import dev.winnow.language.internal.syntax.PackRule;
import dev.winnow.language.internal.syntax.Pattern;
import dev.winnow.language.internal.syntax.Pattern.Binding;
import dev.winnow.language.internal.syntax.Pattern.Condition;
import dev.winnow.language.internal.syntax.Pattern.Part;
import dev.winnow.language.internal.syntax.Pattern.Total;
import dev.winnow.language.internal.syntax.RuleFile;
import dev.winnow.language.internal.syntax.TokenPosition;
import dev.winnow.language.internal.vocabulary.FactType;
import dev.winnow.language.internal.vocabulary.FactType.Kind;
import dev.winnow.language.internal.vocabulary.FactType.Value;
import dev.winnow.language.internal.vocabulary.FactTypes;
import dev.winnow.language.internal.vocabulary.Limit;
import dev.winnow.model.source.Message;
import dev.winnow.model.source.Nearest;
import dev.winnow.model.source.Place;
import dev.winnow.model.value.Figure;
import dev.winnow.model.value.Unit;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Checks the syntax tree of one rule: types and components exist, compared values are of the same kind, variables are
 * bound before use, and there is exactly one candidate.
 */
public final class Law {

    private final RuleFile file;
    private final PackRule rule;
    private final FactTypes facts;
    private final LimitTable limits;
    private final Set<String> criteria;
    private final Map<String, Variable> outer = new HashMap<>();
    private final List<FactType> types = new ArrayList<>();
    private final int problemsBefore;
    private boolean open;
    private boolean unknownType;

    private Law(RuleFile file, PackRule rule, FactTypes facts, LimitTable limits, Set<String> criteria) {
        this.facts = facts;
        this.file = file;
        this.rule = rule;
        this.limits = limits;
        this.criteria = criteria;
        this.problemsBefore = file.problems().size();
    }

    /**
     * Checks a rule and returns it with its types; null if it is invalid, in which case the problems are reported.
     * Rules of one table share their conditions, so a problem is reported once per place.
     *
     * @param facts the types that the pack's rules may match
     * @param limits the limits of the pack
     * @param criteria the ids of the pack's criteria
     */
    public static @Nullable CheckedRule check(
            RuleFile file, PackRule rule, FactTypes facts, LimitTable limits, Set<String> criteria) {
        if (rule.row() == null || rule.row().index() == 0) {
            return new Law(file, rule, facts, limits, criteria).check();
        }
        RuleFile apart = new RuleFile(file.path(), file.criterion(), file.text(), file.lines(), new ArrayList<>());
        CheckedRule checked = new Law(apart, rule, facts, limits, criteria).check();
        Set<Place> reported = new HashSet<>();
        file.problems().forEach(problem -> reported.add(problem.place()));
        apart.problems().stream()
                .filter(problem -> !reported.contains(problem.place()))
                .forEach(file.problems()::add);
        return checked;
    }

    private @Nullable CheckedRule check() {
        RuleSize.check(file, rule);
        Map<String, Variable> all = new HashMap<>();
        for (int i = 0; i < rule.patterns().size(); i++) {
            pattern(i, rule.patterns().get(i), all);
        }
        candidate();
        consequence(all.keySet());
        all.putAll(outer);
        return file.problems().size() > problemsBefore ? null : CheckedRule.of(rule, types, all, open);
    }

    private void pattern(int index, Pattern pattern, Map<String, Variable> all) {
        FactType type = facts.type(pattern.type());
        if (type == null) {
            file.report(
                    pattern.spot(),
                    Message.of("unknown type `%s`", pattern.type()),
                    Nearest.advice(
                            pattern.type(),
                            facts.names(),
                            Message.of("use one of %s", String.join(", ", facts.names()))));
            unknownType = true;
            assumeBound(index, pattern);
            return;
        }
        types.add(type);
        open |= type.written() != null;
        if (type.record() == Limit.class) {
            limit(index, pattern, all);
            return;
        }
        boolean fact = pattern.kind() == Pattern.Kind.FACT;
        int before = file.problems().size();
        Map<String, Variable> scope = fact ? outer : new HashMap<>(outer);
        Typing typing = new Typing(file, type, scope, this::blamesLimit);
        for (Part part : pattern.parts()) {
            if (part instanceof Binding binding) {
                bind(scope, all, binding, new Variable(index, binding.value(), typing.of(binding.value()), false));
            } else if (part instanceof Condition condition) {
                typing.condition(condition.test());
            }
        }
        open |= typing.open();
        Total total = pattern.total();
        if (total != null) {
            total(index, total, typing, type.written() != null);
        }
        if (!fact) {
            scope.forEach(all::putIfAbsent);
            scope.forEach((name, variable) -> {
                if (variable.type().isUntyped()) {
                    outer.putIfAbsent(name, variable); // prevents a second report of the same mistake
                }
            });
        }
        if (type.name().equals("Milestone") && file.problems().size() == before) {
            milestone(pattern);
        }
    }

    /** Treats the variables of an unknown type as bound, so that one mistake is reported once. */
    private void assumeBound(int index, Pattern pattern) {
        for (Binding binding : pattern.bindings()) {
            outer.put(binding.variable(), new Variable(index, binding.value(), Typing.ANY, false));
        }
        if (pattern.total() != null) {
            outer.put(pattern.total().variable(), new Variable(index, Typing.NOTHING, Typing.ANY, true));
        }
    }

    /**
     * @param all the variables bound so far, also within `not` and `accumulate`, where they are not visible outside but
     *     must have unique names
     */
    private void bind(Map<String, Variable> scope, Map<String, Variable> all, Binding binding, Variable variable) {
        if (scope.putIfAbsent(binding.variable(), variable) != null || all.containsKey(binding.variable())) {
            file.report(
                    binding.spot(),
                    Message.of("`%s` is bound twice", binding.variable()),
                    Message.of("compare with `%s`, or use another name", "=="));
        }
    }

    private void total(int index, Total total, Typing typing, boolean list) {
        Unit unit = Unit.NUMBER;
        Expression summed = total.argument() == null ? Typing.NOTHING : total.argument();
        if (total.argument() != null) {
            Value argument = typing.of(total.argument());
            if (argument.kind() != Kind.FIGURE && !argument.isUntyped()) {
                file.report(
                        total.argument().spot(),
                        Message.of(
                                "`%s` adds up figures, found %s",
                                "sum", argument.kind().words()),
                        null);
            }
            unit = Typing.isMoney(argument) ? limits.money() : argument.unit();
        }
        boolean reported = total.argument() != null && unit == null;
        Value type = reported ? Typing.ANY : new Value(Kind.FIGURE, unit, list || typing.open());
        open |= typing.open();
        Typing outside = new Typing(file, null, outer, this::blamesLimit);
        Value right = outside.of(total.right());
        outside.comparable(
                total.sign(), type, right, null, total.right(), total.right().spot());
        open |= outside.open();
        if (outer.putIfAbsent(total.variable(), new Variable(index, summed, type, true)) != null) {
            file.report(
                    total.spot(), Message.of("`%s` is bound twice", total.variable()), Message.of("use another name"));
        }
    }

    /**
     * Reports a limit whose unit differs from the compared value at the limit, naming the place of the rule. Returns
     * whether it did.
     */
    private boolean blamesLimit(@Nullable Expression value, Value other, TokenPosition spot) {
        Variable bound = value instanceof Expression.Variable variable ? outer.get(variable.name()) : null;
        if (bound == null || bound.total()) {
            return false;
        }
        if (blamesCell(bound, other, spot)) {
            return true;
        }
        Unit wanted = other.unit();
        if (wanted == null || wanted.isShare() || wanted.isPlain()) {
            return false;
        }
        Text id = rule.patterns().get(bound.pattern()).limit();
        Unit unit = id == null ? null : limits.unit(id.value());
        Figure latest = id == null ? null : limits.latest(id.value());
        if (id == null || unit == null || latest == null || unit.isLike(wanted)) {
            return false;
        }
        Object meant = wanted.isMoney() ? "30 mn " + limits.money().sign() : Figure.exactly(latest.low(), wanted);
        file.problems()
                .add(limits.problemOfValue(
                        id.value(),
                        Message.of(
                                "limit `%s` is %s, but rule `%s` compares it with %s",
                                id.value(), unit.words(), rule.id(), wanted.words()),
                        Message.of(
                                "write it with a unit, such as `%s`; the rule reads it at %s",
                                meant, file.place(spot))));
        return true;
    }

    /** Reports a limit whose unit does not fit at the table cell that names it. Returns whether it did. */
    private boolean blamesCell(Variable bound, Value other, TokenPosition spot) {
        Text id = rule.patterns().get(bound.pattern()).limit();
        Unit unit = id == null ? null : limits.unit(id.value());
        if (id == null || unit == null || rule.row() == null || !rule.row().says(id.spot())) {
            return false;
        }
        file.report(
                id.spot(),
                Message.of(
                        "limit `%s` is %s, but rule `%s` compares it with %s",
                        id.value(), unit.words(), rule.id(), Typing.words(other)),
                Message.of("the rule reads it at %s", file.place(spot)));
        return true;
    }

    private void limit(int index, Pattern pattern, Map<String, Variable> all) {
        if (pattern.kind() != Pattern.Kind.FACT) {
            file.report(pattern.spot(), Message.of("a `%s` cannot be counted or negated", "Limit"), null);
            return;
        }
        String id = null;
        for (Expression condition : pattern.conditions()) {
            Text text = Pattern.limit(condition);
            if (text != null && id == null) {
                id = text.value();
                if (!limits.knows(id)) {
                    file.report(
                            text.spot(),
                            Message.of("limits.yaml has no `%s`", id),
                            Nearest.advice(id, limits.ids(), Message.of("add it to limits.yaml, with its source")));
                }
            } else {
                file.report(
                        condition.spot(),
                        Message.of("a `%s` pattern can test only its id", "Limit"),
                        Message.of("write `%s`", "Limit( id == \"…\", $min : value )"));
            }
        }
        if (id == null && pattern.conditions().isEmpty()) {
            file.report(
                    pattern.spot(),
                    Message.of("a `%s` pattern must name its id", "Limit"),
                    Message.of("write `%s`", "Limit( id == \"…\", $min : value )"));
        }
        for (Binding binding : pattern.bindings()) {
            boolean value = binding.value() instanceof Property property
                    && property.name().equals("value");
            if (!value) {
                file.report(
                        binding.value().spot(),
                        Message.of("only the `%s` of a `%s` can be read", "value", "Limit"),
                        Message.of("write `%s`", binding.variable() + " : value"));
            }
            Unit unit = id == null ? null : limits.unit(id);
            Value type = unit == null ? Typing.ANY : new Value(Kind.FIGURE, unit, false);
            bind(outer, all, binding, new Variable(index, binding.value(), type, false));
        }
    }

    private void candidate() {
        List<Pattern> projects = rule.patterns().stream()
                .filter(pattern -> pattern.type().equals("Project"))
                .toList();
        for (Pattern project : projects) {
            if (project.kind() != Pattern.Kind.FACT) {
                file.report(
                        project.spot(),
                        Message.of("`%s` cannot be counted or negated: a rule sees one candidate only", "Project"),
                        null);
            }
        }
        List<Pattern> plain = projects.stream()
                .filter(pattern -> pattern.kind() == Pattern.Kind.FACT)
                .toList();
        if (plain.size() > 1) {
            file.report(
                    plain.get(1).spot(),
                    Message.of("a rule has exactly one `%s` pattern, the candidate", "Project"),
                    Message.of("move its conditions into the first one"));
        } else if (projects.isEmpty() && !unknownType) {
            file.problems()
                    .add(rule.problem(
                            Message.of("rule `%s` has no `%s` pattern for the candidate", rule.id(), "Project"),
                            Message.of("add `%s`", "Project( … )")));
        }
    }

    private void milestone(Pattern pattern) {
        boolean tied = pattern.conditions().stream()
                .anyMatch(test -> test instanceof Compare compare
                        && compare.sign() == Comparison.SAME
                        && compare.left() instanceof Property property
                        && property.name().equals("project")
                        && compare.right() instanceof Expression.Variable variable
                        && isCandidateId(variable.name()));
        if (!tied) {
            file.report(
                    pattern.spot(),
                    Message.of("a `%s` must belong to the candidate", "Milestone"),
                    Message.of("write `%s` above it and `%s`", "Project( $id : id )", "Milestone( project == $id )"));
        }
    }

    private boolean isCandidateId(String name) {
        Variable variable = outer.get(name);
        return variable != null
                && (variable.type().isUntyped()
                        || (variable.value() instanceof Property property
                                && property.name().equals("id")
                                && rule.patterns()
                                        .get(variable.pattern())
                                        .type()
                                        .equals("Project")));
    }

    private void consequence(Set<String> inner) {
        Typing typing = new Typing(file, null, outer, this::blamesLimit).inConsequence(inner);
        for (Expression.Variable argument : rule.arguments()) {
            typing.of(argument);
        }
        List<Expression> leading = rule.consequence().leading();
        switch (rule.consequence().verb()) {
            case AWARD_SHARE -> share(typing, leading.get(0), leading.get(1));
            case CAP -> cap(typing, (Text) leading.get(0), leading.get(1));
            case SUGGEST -> suggest(typing, leading.get(0));
            case AWARD, KNOCK_OUT, RED_FLAG, NOTE -> {}
        }
    }

    private void share(Typing typing, Expression part, Expression whole) {
        Value divided = typing.figure(part, Message.of("the part"));
        Value by = typing.figure(whole, Message.of("the whole"));
        if (!Typing.sameKind(divided, by)) {
            file.report(
                    whole.spot(),
                    Message.of(
                            "a share needs two values of the same kind, found %s and %s",
                            Typing.words(divided), Typing.words(by)),
                    null);
        }
        open |= divided.open() || by.open();
    }

    private void cap(Typing typing, Text criterion, Expression ceiling) {
        if (!criteria.contains(criterion.value())) {
            file.report(
                    criterion.spot(),
                    Message.of("unknown criterion `%s`", criterion.value()),
                    Nearest.advice(criterion.value(), criteria));
        }
        if (Typing.isMoney(typing.figure(ceiling, Message.of("the ceiling")))) {
            file.report(
                    ceiling.spot(),
                    Message.of("a ceiling must be a score from 0 to 100, found %s", Unit.MONEY.words()),
                    null);
        }
    }

    private void suggest(Typing typing, Expression named) {
        Value district = typing.of(named);
        if (district.kind() != Kind.TEXT && !district.isUntyped()) {
            file.report(
                    named.spot(),
                    Message.of(
                            "`%s` needs a district, found %s",
                            "card.suggest", district.kind().words()),
                    null);
        }
    }
}
