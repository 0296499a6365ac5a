package dev.winnow.language.vocabulary;

import dev.winnow.model.domain.City;
import dev.winnow.model.domain.Coverage;
import dev.winnow.model.domain.Milestone;
import dev.winnow.model.domain.Presence;
import dev.winnow.model.domain.Project;
import dev.winnow.model.result.FactRef;
import dev.winnow.model.vocabulary.Vocabulary;
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

    /** The path of a component; of the unwritten row, the path of its list. */
    public static String path(FactType type, Object fact, String property) {
        if (Vocabulary.isUnwritten(fact)) {
            return "city." + type.list();
        }
        return owner(type, fact) + "." + property;
    }

    private static String owner(FactType type, Object fact) {
        if (fact instanceof Project) {
            return "project";
        }
        if (fact instanceof City) {
            return "city";
        }
        if (fact instanceof Milestone) {
            return "project.milestones." + id(type, fact);
        }
        if (fact instanceof Limit) {
            return "limits." + id(type, fact);
        }
        if (fact instanceof Presence) {
            return "city.presences." + id(type, fact);
        }
        if (fact instanceof Coverage) {
            return "city.coverages." + id(type, fact);
        }
        return type.list() != null
                ? "city." + type.list() + "." + id(type, fact)
                : type.name().toLowerCase(java.util.Locale.ROOT) + "." + id(type, fact);
    }

    /** The prefix of a type's components where no row is meant: {@code city.demands}. */
    public static String owner(FactType type) {
        if (type.list() != null) {
            return "city." + type.list();
        }
        return switch (type.name()) {
            case "Project" -> "project";
            case "City" -> "city";
            case "Milestone" -> "project.milestones";
            case "Presence" -> "city.presences";
            case "Coverage" -> "city.coverages";
            case "IndustrialChain" -> "chains";
            case "ChainLink" -> "chains.links";
            case "AsOf" -> "asOf";
            case "Limit" -> "limits";
            default -> throw new IllegalStateException("no name for " + type.name());
        };
    }
}
