package dev.winnow.language.internal.vocabulary;

import dev.winnow.model.domain.ChainLink;
import dev.winnow.model.domain.City;
import dev.winnow.model.domain.Coverage;
import dev.winnow.model.domain.IndustrialChain;
import dev.winnow.model.domain.Milestone;
import dev.winnow.model.domain.Presence;
import dev.winnow.model.domain.Project;
import dev.winnow.model.result.FactRef;
import dev.winnow.model.vocabulary.Vocabulary;
import java.util.Locale;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** The names of facts and their components in results: {@code city.demands.consumer-electronics.annualOutput}. */
public final class FactNames {

    private FactNames() {}

    public static FactRef ref(FactType type, Object fact) {
        return new FactRef(type.name(), id(type, fact));
    }

    private static String id(FactType type, Object fact) {
        if (fact instanceof Presence presence) {
            return presence.link();
        }
        if (fact instanceof Coverage coverage) {
            return coverage.stage();
        }
        if (fact instanceof Milestone milestone) {
            return milestone.step();
        }
        if (fact instanceof AsOf day) {
            return day.date().toString();
        }
        if (type.key().size() < 2) {
            return String.valueOf(
                    read(type, type.key().isEmpty() ? "id" : type.key().get(0), fact));
        }
        return type.key().stream()
                .map(component -> String.valueOf(read(type, component, fact)))
                .collect(Collectors.joining("/"));
    }

    private static @Nullable Object read(FactType type, String component, Object fact) {
        FactType.Property property = type.properties().get(component);
        return property == null ? null : property.of(fact);
    }

    /** Returns the path of a component; for an unlisted row, the path of its list. */
    public static String path(FactType type, Object fact, String property) {
        if (Vocabulary.isUnwritten(fact)) {
            return fact instanceof Milestone
                    ? Vocabulary.PROJECT + "." + Vocabulary.MILESTONES_COMPLETE
                    : "city." + type.list();
        }
        return owner(type, fact) + "." + property;
    }

    private static String owner(FactType type, Object fact) {
        if (fact instanceof Project || fact instanceof City) {
            return owner(type);
        }
        boolean isOfChain = fact instanceof IndustrialChain || fact instanceof ChainLink || fact instanceof AsOf;
        return (isOfChain ? type.name().toLowerCase(Locale.ROOT) : owner(type)) + "." + id(type, fact);
    }

    /** Returns the path prefix of a type's components, without a row: {@code city.demands}. */
    public static String owner(FactType type) {
        String within = switch (type.name()) {
            case "Milestone" -> "project.";
            case "Presence", "Coverage" -> "city.";
            case "ChainLink" -> "chains.";
            default -> type.list() == null ? "" : "city.";
        };
        return within + type.described().name();
    }
}
