package dev.winnow.engine;

import dev.winnow.engine.internal.evaluate.EvaluationContext;
import dev.winnow.language.internal.check.CheckedRule;
import dev.winnow.language.internal.check.Reads;
import dev.winnow.language.internal.syntax.Expression;
import dev.winnow.language.internal.vocabulary.FactNames;
import dev.winnow.language.internal.vocabulary.FactType;
import dev.winnow.language.internal.vocabulary.FactTypes;
import dev.winnow.model.domain.Project;
import dev.winnow.model.value.Amount;
import dev.winnow.model.value.Figure;
import dev.winnow.model.value.StartOfList;
import dev.winnow.model.value.Unit;
import dev.winnow.model.vocabulary.FactName;
import dev.winnow.model.vocabulary.Vocabulary;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.SortedSet;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/**
 * The answers to try for the unknown facts of a candidate: of yes and no both; of a figure its ends and what lies between
 * neighbouring limits; of a text or list what other facts and the rules name, nothing, and somebody whom nothing else names.
 */
final class PossibleAnswers {

    /** The most members of a list that are tried one by one. */
    private static final int MANY = 12;

    private static final LocalDate LONG_AGO = LocalDate.of(1900, 1, 1);

    private final RulePack pack;
    private final FactTypes types;
    private final EvaluationContext context;
    private final Project candidate;
    private final FiguresToTry figures;
    private final Map<String, List<Object>> known = new HashMap<>();

    PossibleAnswers(RulePack pack, EvaluationContext context, Project candidate) {
        this.pack = pack;
        this.types = pack.types();
        this.context = context;
        this.candidate = candidate;
        this.figures = new FiguresToTry(pack.limitTable().on(context.facts().asOf()));
    }

    List<Object> of(String fact) {
        return known.computeIfAbsent(fact, this::find);
    }

    /** A subject with a property that is asked for. */
    private record Asked(FactType type, Object fact, FactType.Property property) {}

    /** What is known of a fact; null if nothing is. */
    @Nullable
    Object now(String fact) {
        Asked asked = asked(FactName.of(fact));
        return asked == null ? null : asked.property.of(asked.fact);
    }

    /** Numbers that the same figure is elsewhere, and limits of its unit: some to name where any would do; sorted. */
    List<Amount> usual(String fact) {
        FactName name = FactName.of(fact);
        Asked asked = asked(name);
        Unit stated = asked == null ? null : asked.property.value().unit();
        SortedSet<Amount> usual = new TreeSet<>();
        if (asked != null && stated != null) {
            for (Object row : context.rows()) {
                if (FactTypes.nameOf(row).equals(asked.type.name())
                        && asked.property.of(row) instanceof Figure figure) {
                    usual.add(figure.value());
                }
            }
            context.facts().projects().stream()
                    .filter(project -> name.isOfProject())
                    .map(asked.property::of)
                    .filter(Figure.class::isInstance)
                    .forEach(figure -> usual.add(((Figure) figure).value()));
            usual.addAll(figures.limits(unit(stated)));
        }
        return List.copyOf(usual);
    }

    private Unit unit(@Nullable Unit stated) {
        return stated == null ? Unit.NUMBER : stated.isMoney() ? pack.money() : stated;
    }

    private List<Object> find(String fact) {
        FactName name = FactName.of(fact);
        if (name.list().equals("presences") || name.list().equals("coverages")) {
            return List.of(true, false);
        }
        boolean list = name.isOfCity()
                && name.row().isEmpty()
                && types.vocabulary().rows().containsKey(name.property());
        Asked asked = asked(name);
        return list ? List.of(true) : asked == null ? List.of() : answers(asked);
    }

    /** The property of a name; null if it is none of a project, a city or a row. */
    private @Nullable Asked asked(FactName name) {
        if (name.isOfProject()) {
            return asked(types.project(), candidate, name);
        }
        if (name.row().isEmpty()) {
            return asked(types.type("City"), context.city(), name);
        }
        for (Object row : context.rows()) {
            FactType type = types.type(FactTypes.nameOf(row));
            boolean same = type != null
                    && name.list().equals(type.list())
                    && !Vocabulary.isUnwritten(row)
                    && FactNames.ref(type, row).id().equals(name.row());
            if (same) {
                return asked(type, row, name);
            }
        }
        return null;
    }

    private static @Nullable Asked asked(@Nullable FactType type, Object fact, FactName name) {
        FactType.Property property = type == null ? null : type.properties().get(name.property());
        return type == null || property == null ? null : new Asked(type, fact, property);
    }

    private List<Object> answers(Asked asked) {
        FactType.Property property = asked.property;
        Object now = property.of(asked.fact);
        return switch (property.value().kind()) {
            case FLAG -> List.of(true, false);
            case FIGURE -> figures.ranges(unit(property.value().unit()), (Figure) now);
            case TEXT -> List.copyOf(property.words().isEmpty() ? texts(asked.type, property) : property.words());
            case LIST -> lists(texts(asked.type, property), now);
            case DATE -> {
                LocalDate day = context.facts().asOf();
                yield List.of(day, day.withDayOfYear(1), day.withDayOfYear(1).minusDays(1), LONG_AGO);
            }
            case UNTYPED -> List.of();
        };
    }

    /** Of a list that is begun, what more it may hold. */
    private static List<Object> lists(Collection<String> members, @Nullable Object now) {
        List<Object> start = now instanceof StartOfList<?> begun ? List.copyOf(begun) : List.of();
        List<Object> lists = new ArrayList<>(List.of(start));
        List<Object> all = new ArrayList<>(start);
        for (String member : members) {
            if (!start.contains(member)) {
                List<Object> more = new ArrayList<>(start);
                more.add(member);
                lists.add(List.copyOf(more));
                all.add(member);
            }
        }
        if (all.size() > start.size() + 1) {
            lists.add(List.copyOf(all));
        }
        return lists;
    }

    /** What other facts name where they hold the like, what rules compare it with, and somebody else. */
    private Collection<String> texts(FactType type, FactType.Property asked) {
        Set<String> texts = new LinkedHashSet<>(asked.words());
        Set<String> others = new TreeSet<>(constants(type, asked.name()));
        String refers = asked.refers();
        if (refers != null) {
            for (Object row : context.rows()) {
                FactType other = types.type(FactTypes.nameOf(row));
                if (other != null) {
                    other.properties().values().stream()
                            .filter(property -> refers.equals(property.refers()))
                            .forEach(property -> add(property.of(row), others));
                }
            }
        }
        others.stream().limit(MANY).forEach(texts::add);
        if (asked.words().isEmpty() && (refers == null || refers.equals("firms"))) {
            texts.add(Answering.SOMEBODY);
        }
        return texts;
    }

    private static void add(@Nullable Object value, Set<String> into) {
        if (value instanceof Collection<?> list) {
            list.forEach(member -> into.add(String.valueOf(member)));
        } else if (value instanceof String text) {
            into.add(text);
        }
    }

    /** The texts that rules compare a component with. */
    private Set<String> constants(FactType type, String component) {
        Set<String> constants = new TreeSet<>();
        for (CheckedRule rule : pack.checkedRules()) {
            for (int i = 0; i < rule.types().size(); i++) {
                if (rule.types().get(i).name().equals(type.name())) {
                    Reads.expressions(
                            rule.rule().patterns().get(i), expression -> constants(expression, component, constants));
                }
            }
        }
        return constants;
    }

    private static void constants(Expression expression, String component, Set<String> into) {
        boolean[] reads = new boolean[1];
        Reads.properties(expression, property -> reads[0] |= property.name().equals(component));
        if (reads[0]) {
            if (expression instanceof Expression.OneOf oneOf) {
                oneOf.options().forEach(option -> into.add(option.value()));
            }
            expression.parts().forEach(part -> {
                if (part instanceof Expression.Text text) {
                    into.add(text.value());
                }
                constants(part, component, into);
            });
        }
    }
}
