package dev.winnow.cli;

import dev.winnow.model.Bottleneck;
import dev.winnow.model.CityList;
import dev.winnow.model.Demand;
import dev.winnow.model.District;
import dev.winnow.model.DomesticSupply;
import dev.winnow.model.Firm;
import dev.winnow.model.Fund;
import dev.winnow.model.Goal;
import dev.winnow.model.LeadUser;
import dev.winnow.model.SisterRole;
import dev.winnow.model.Spoken;
import dev.winnow.model.SubTrack;
import dev.winnow.report.FactWords;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** The names of facts said in words: {@code project.yieldRate} is the project's yield rate. */
final class FactNames {

    private static final Set<String> LISTS = Stream.of(
                    Bottleneck.class,
                    Demand.class,
                    District.class,
                    Firm.class,
                    Fund.class,
                    LeadUser.class,
                    SubTrack.class,
                    Goal.class,
                    SisterRole.class,
                    DomesticSupply.class)
            .map(type ->
                    Objects.requireNonNull(type.getAnnotation(CityList.class)).value())
            .collect(Collectors.toUnmodifiableSet());

    private static final String HOLDS = "whether the city holds ";
    private static final String COVERS = "whether the city covers ";

    /** These words, for documents. */
    static final FactWords WORDS = new FactWords() {
        @Override
        public String words(String fact) {
            return FactNames.words(fact);
        }

        @Override
        public String label(String fact, String value) {
            return FactNames.label(fact, value);
        }

        @Override
        public String kind(String fact) {
            return FactNames.kind(fact);
        }

        @Override
        public String together(List<String> facts, int most) {
            return FactNames.together(facts, most);
        }
    };

    private FactNames() {}

    /** What one asks for; the name itself where it has no words. */
    static String words(String fact) {
        return together(List.of(fact), 1);
    }

    /**
     * What one asks for where the facts differ only in the row they are of: {@code available of aic-abc, aic-boc and 3
     * more, in the city's funds}.
     *
     * @param most how many rows are named
     */
    static String together(List<String> facts, int most) {
        Name name = Name.of(facts.get(0));
        if (name.row().isEmpty()) {
            return alone(name, facts.get(0));
        }
        List<String> rows = facts.stream().map(fact -> Name.of(fact).row()).toList();
        String named = String.join(", ", rows.subList(0, Math.min(most, rows.size())));
        if (rows.size() > most) {
            named += " and " + (rows.size() - most) + " more";
        }
        if (name.list().equals("limits")) {
            return "limit " + named;
        }
        if (name.property().equals("held")) {
            return (name.list().equals("coverages") ? COVERS : HOLDS) + named;
        }
        return Spoken.words(name.property()) + " of " + named + ", in the city’s " + Spoken.words(name.list());
    }

    /** The facts in groups of those that differ only in their row; groups and rows in the order in which they come. */
    static List<List<String>> grouped(List<String> facts) {
        Map<String, List<String>> groups = new LinkedHashMap<>();
        for (String fact : facts) {
            groups.computeIfAbsent(kind(fact), unused -> new ArrayList<>()).add(fact);
        }
        return List.copyOf(groups.values());
    }

    /** The name without its row. */
    static String kind(String fact) {
        Name name = Name.of(fact);
        return name.row().isEmpty() ? fact : name.list() + "." + name.property();
    }

    /** What was read, before its value: {@code the city's lead users} where the row itself was. */
    static String label(String fact, String value) {
        Name name = Name.of(fact);
        if (!name.row().isEmpty() && name.row().startsWith(value)) {
            return "among the city’s " + Spoken.words(name.list());
        }
        return words(fact).replaceFirst("^whether ", "");
    }

    private static String alone(Name name, String fact) {
        if (name.property().isEmpty()) {
            return fact;
        }
        return name.list().equals("city") && LISTS.contains(name.property())
                ? "unlisted " + Spoken.words(name.property()) + " of the city"
                : "the " + name.list() + "’s " + Spoken.words(name.property());
    }

    /**
     * A name in its parts.
     *
     * @param list the list that holds the row, or who the property is of
     * @param row which row; empty if the property is of the city or the project itself
     * @param property what of it; empty if the name has no parts
     */
    private record Name(String list, String row, String property) {

        static Name of(String fact) {
            int first = fact.indexOf('.');
            int last = fact.lastIndexOf('.');
            if (first < 1 || last == fact.length() - 1) {
                return new Name("", "", "");
            }
            String property = fact.substring(last + 1);
            if (first == last) {
                return new Name(fact.substring(0, first), "", property);
            }
            String path = fact.startsWith("city.") ? fact.substring(first + 1, last) : fact.substring(0, last);
            int dot = path.indexOf('.');
            return dot < 1 ? new Name("", "", "") : new Name(path.substring(0, dot), path.substring(dot + 1), property);
        }
    }
}
