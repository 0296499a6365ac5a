package dev.winnow.cli;

import dev.winnow.model.Bottleneck;
import dev.winnow.model.CityList;
import dev.winnow.model.Demand;
import dev.winnow.model.District;
import dev.winnow.model.Firm;
import dev.winnow.model.Fund;
import dev.winnow.model.LeadUser;
import dev.winnow.model.SubTrack;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Collectors;

/** The names of facts said in words: {@code project.yieldRate} is the project's yield rate. */
final class FactNames {

    private static final Set<String> LISTS = List.of(
                    Bottleneck.class,
                    Demand.class,
                    District.class,
                    Firm.class,
                    Fund.class,
                    LeadUser.class,
                    SubTrack.class)
            .stream()
            .map(type -> Objects.requireNonNull(type.getAnnotation(CityList.class)).value())
            .collect(Collectors.toUnmodifiableSet());

    private FactNames() {}

    /** What one asks for; the name itself where it has no words. */
    static String words(String fact) {
        int first = fact.indexOf('.');
        int last = fact.lastIndexOf('.');
        if (first < 1 || last == fact.length() - 1) {
            return fact;
        }
        String owner = fact.substring(0, first);
        String property = fact.substring(last + 1);
        if (first == last) {
            return owner.equals("city") && LISTS.contains(property)
                    ? "unlisted " + spaced(property) + " of the city"
                    : "the " + owner + "’s " + spaced(property);
        }
        String path = fact.substring(first + 1, last);
        int dot = path.indexOf('.');
        if (dot < 1) {
            return fact;
        }
        return row(path.substring(0, dot), path.substring(dot + 1), property);
    }

    private static String row(String list, String key, String property) {
        if (property.equals("held") && list.equals("presences")) {
            return "whether the city holds " + key;
        }
        if (property.equals("held") && list.equals("coverages")) {
            return "whether the city covers " + key;
        }
        return spaced(property) + " of " + key + ", in the city’s " + spaced(list);
    }

    /** {@code annualOutput} as {@code annual output}, {@code coInvestors} as {@code co-investors}. */
    private static String spaced(String name) {
        return name.replaceAll("(?<=[a-z0-9])(?=[A-Z])", " ")
                .toLowerCase(Locale.ROOT)
                .replaceFirst("^(co|sub) ", "$1-");
    }
}
