package dev.winnow.console.option;

import dev.winnow.console.terminal.Exit;
import dev.winnow.console.terminal.Refusal;
import dev.winnow.model.source.Message;
import dev.winnow.model.source.Nearest;
import dev.winnow.model.universe.Universe;
import java.util.Collection;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Function;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * Refusals of words that name no city or project of a universe, each with the probable intention. They mention parts of
 * the universe that could not be read, since the entry may be among them.
 */
public final class UnknownName {

    /** Maximum number of cities that are listed as choices. */
    private static final int FEW = 10;

    private static final Pattern BETWEEN = Pattern.compile("\\s*[,，;；、]\\s*");

    private UnknownName() {}

    /** Refuses a word that names no city, or more than one. */
    public static Refusal city(Universe universe, String word) {
        List<String> several = universe.citiesCalled(word);
        if (several.size() > 1) {
            return several(Message.of("`%s` names %s cities", word, several.size()), several.get(0));
        }
        if (!universe.problems().isEmpty()) {
            return new Refusal(Exit.PROBLEMS, Message.of("no city `%s` in the entries that could be read", word));
        }
        List<String> ids = universe.cityIds();
        Set<String> known = new TreeSet<>(ids);
        universe.asOf(universe.asOf(), true).cities().forEach(city -> known.add(city.name()));
        Message advice = advice("--city", word, known, universe::findCity);
        if (advice == null && universe.findProject(word) != null) {
            advice = Message.of("it is a project");
        } else if (advice == null && !ids.isEmpty() && ids.size() <= FEW) {
            advice = ids.size() == 1
                    ? Message.of("the only one is `%s`", ids.get(0))
                    : Message.of("the cities are %s", Message.all(ids));
        }
        return new Refusal(Exit.USAGE, Message.of("unknown city `%s`", word).with(advice));
    }

    /** Refuses a word that names no project, or more than one. */
    public static Refusal project(Universe universe, String word) {
        List<String> several = universe.projectsCalled(word);
        if (several.size() > 1) {
            return several(Message.of("`%s` names %s projects", word, several.size()), several.get(0));
        }
        if (!universe.problems().isEmpty()) {
            return new Refusal(Exit.PROBLEMS, Message.of("no project `%s` in the entries that could be read", word));
        }
        Set<String> known = new TreeSet<>(universe.projectIds());
        universe.projects().forEach(project -> known.add(project.name()));
        Message advice = advice("--project", word, known, universe::findProject);
        if (advice == null && universe.findCity(word) != null) {
            advice = Message.of("it is a city");
        }
        return new Refusal(Exit.USAGE, Message.of("unknown project `%s`", word).with(advice));
    }

    private static Refusal several(Message named, String id) {
        return new Refusal(Exit.USAGE, named.with(Message.of("write an id, such as `%s`", id)));
    }

    /** Advises to give names one at a time, or suggests the nearest name; null without advice. */
    private static @Nullable Message advice(
            String option, String word, Collection<String> known, Function<String, @Nullable String> find) {
        List<String> parts = List.of(BETWEEN.split(word));
        if (parts.size() > 1 && parts.stream().allMatch(part -> find.apply(part) != null)) {
            return Message.of(
                    "did you mean `%s`?",
                    parts.stream().map(part -> option + " " + part).collect(Collectors.joining(" ")));
        }
        return Nearest.advice(word, known);
    }
}
