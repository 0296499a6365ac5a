package dev.winnow.engine;

import dev.winnow.engine.internal.evaluate.EvaluationContext;
import dev.winnow.language.internal.vocabulary.FactNames;
import dev.winnow.language.internal.vocabulary.FactType;
import dev.winnow.language.internal.vocabulary.FactTypes;
import dev.winnow.model.domain.Fund;
import dev.winnow.model.domain.Project;
import dev.winnow.model.value.Amount;
import dev.winnow.model.value.Figure;
import dev.winnow.model.value.StartOfList;
import dev.winnow.model.value.Unit;
import dev.winnow.model.vocabulary.DeclaredProperty;
import dev.winnow.model.vocabulary.FactName;
import dev.winnow.model.vocabulary.Vocabulary;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Collections;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.SortedSet;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/**
 * Answers to try for the unknown facts of a candidate. A flag: both values. A figure: its ends and the ranges between
 * neighbouring limits. A text or list: names from other facts and rules, none, and a name that nothing else mentions.
 */
final class PossibleAnswers {

    private static final LocalDate LONG_AGO = LocalDate.of(1900, 1, 1);

    private final RulePack pack;
    private final FactTypes types;
    private final EvaluationContext context;
    private final Project candidate;
    private final FiguresToTry figures;
    private final TextsToTry texts;
    private final Map<String, List<Object>> known = new HashMap<>();

    PossibleAnswers(RulePack pack, EvaluationContext context, Project candidate) {
        this.pack = pack;
        this.types = pack.types();
        this.context = context;
        this.candidate = candidate;
        this.figures = new FiguresToTry(pack.limitTable().on(context.facts().asOf()));
        this.texts = new TextsToTry(pack);
    }

    LocalDate day() {
        return context.facts().asOf();
    }

    List<Object> of(String fact) {
        return known.computeIfAbsent(fact, this::find);
    }

    /** A subject and the property asked about. */
    private record Asked(FactType type, Object fact, FactType.Property property) {}

    /** The known part of a fact; null if nothing is known. */
    @Nullable
    Object now(String fact) {
        Asked asked = asked(FactName.of(fact));
        return asked == null ? null : asked.property.of(asked.fact);
    }

    /** Typical values of a figure, ascending: its values elsewhere and the limits of its unit. */
    List<Amount> usual(String fact) {
        FactName name = FactName.of(fact);
        Asked asked = asked(name);
        Unit stated = asked == null ? null : asked.property.value().unit();
        SortedSet<Amount> usual = new TreeSet<>();
        if (asked != null && stated != null) {
            usual.addAll(elsewhere(asked));
            usual.addAll(figures.limits(unit(stated)));
        }
        return List.copyOf(usual);
    }

    /** The values of the same figure elsewhere, ascending. */
    List<Amount> elsewhere(String fact) {
        Asked asked = asked(FactName.of(fact));
        return asked == null ? List.of() : List.copyOf(elsewhere(asked));
    }

    private SortedSet<Amount> elsewhere(Asked asked) {
        SortedSet<Amount> elsewhere = new TreeSet<>();
        Collection<?> others = asked.fact instanceof Project ? context.facts().projects() : context.rows();
        for (Object other : others) {
            if (FactTypes.nameOf(other).equals(asked.type.name())
                    && asked.property.of(other) instanceof Figure figure) {
                elsewhere.add(figure.value());
            }
        }
        return elsewhere;
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

    /** The subject and property of a name; null if it is not a property of a project, a city or a row. */
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
            case FIGURE -> figures.ranges(unit(property.value().unit()), (Figure) now, elsewhere(asked));
            case TEXT -> texts(asked);
            case LIST ->
                lists(texts(asked), now).stream()
                        .filter(list -> !isFundWithoutTrack(asked, list))
                        .toList();
            case DATE -> dates(context.facts().asOf());
            case UNTYPED -> List.of();
        };
    }

    /** The texts to try, without those that another property of the same subject excludes. */
    private List<Object> texts(Asked asked) {
        Set<Object> held = new HashSet<>();
        apart(asked).forEach(other -> held.addAll(members(other.of(asked.fact))));
        return texts.of(asked.type, asked.property, context).stream()
                .filter(text -> !held.contains(text))
                .toList();
    }

    /** Properties of the same subject that must not share a value with the answer. */
    private static List<FactType.Property> apart(Asked asked) {
        String own = asked.property.name();
        DeclaredProperty described = asked.property.described();
        String from = described == null ? null : described.apartFrom();
        return asked.type.properties().values().stream()
                .filter(other -> other.name().equals(from)
                        || (other.described() != null
                                && own.equals(other.described().apartFrom())))
                .toList();
    }

    private static Collection<?> members(@Nullable Object value) {
        return value == null ? List.of() : value instanceof Collection<?> list ? list : List.of(value);
    }

    private static boolean isFundWithoutTrack(Asked asked, Object answer) {
        return asked.fact instanceof Fund
                && asked.property.name().equals("tracks")
                && members(answer).isEmpty();
    }

    /**
     * Whether the answers are valid together: no name appears in two properties that exclude each other, and every fund
     * has at least one track.
     */
    boolean allows(Map<String, Object> answers) {
        for (Map.Entry<String, Object> answer : answers.entrySet()) {
            if (clashes(answer.getKey(), answer.getValue(), answers)) {
                return false;
            }
        }
        return true;
    }

    private boolean clashes(String fact, Object answer, Map<String, Object> answers) {
        boolean worded = answer instanceof String || answer instanceof Collection<?>;
        Asked asked = worded ? asked(FactName.of(fact)) : null;
        if (asked == null || isFundWithoutTrack(asked, answer)) {
            return asked != null;
        }
        String subject = fact.substring(0, fact.length() - asked.property.name().length());
        return apart(asked).stream()
                .anyMatch(other -> !Collections.disjoint(
                        members(answer), members(answers.getOrDefault(subject + other.name(), other.of(asked.fact)))));
    }

    static List<Object> dates(LocalDate day) {
        LocalDate newYear = day.withDayOfYear(1);
        return List.of(day, newYear, newYear.minusDays(1), LONG_AGO);
    }

    /** The possible completions of a partly known list. */
    private static List<Object> lists(List<Object> members, @Nullable Object now) {
        List<Object> start = now instanceof StartOfList<?> begun ? List.copyOf(begun) : List.of();
        List<Object> lists = new ArrayList<>(List.of(start));
        List<Object> all = new ArrayList<>(start);
        for (Object member : members) {
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
}
