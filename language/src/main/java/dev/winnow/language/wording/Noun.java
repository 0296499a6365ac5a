package dev.winnow.language.wording;

import dev.winnow.language.vocabulary.AsOf;
import dev.winnow.language.vocabulary.FactType;
import dev.winnow.language.vocabulary.Limit;
import dev.winnow.model.domain.ChainLink;
import dev.winnow.model.domain.City;
import dev.winnow.model.domain.ComponentNames;
import dev.winnow.model.domain.Coverage;
import dev.winnow.model.domain.IndustrialChain;
import dev.winnow.model.domain.Milestone;
import dev.winnow.model.domain.Presence;
import dev.winnow.model.domain.Project;
import dev.winnow.model.domain.SubTrack;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * The noun for a fact type in sentences.
 *
 * @param singular one of them
 * @param owner who has them, with the verb: {@code the city has}
 * @param itself the components that name the thing itself rather than something about it
 * @param holds what the city does with it where {@code held} is true; null where there is no such component
 * @param isOne whether there is exactly one, so that it needs no "there is"
 */
record Noun(
        String singular,
        String owner,
        Set<String> itself,
        @Nullable String holds,
        boolean isOne) {

    private static final String THERE_IS = "there is";

    static Noun of(FactType type) {
        Class<?> record = type.record();
        if (record == Project.class || record == City.class || record == Limit.class || record == AsOf.class) {
            return new Noun(ComponentNames.words(type.name()), "", Set.of("id"), null, true);
        }
        if (record == Presence.class) {
            return new Noun("link", THERE_IS, Set.of("link"), "holds", false);
        }
        if (record == Coverage.class) {
            return new Noun("stage", THERE_IS, Set.of("stage"), "covers", false);
        }
        if (record == ChainLink.class) {
            return new Noun("link", THERE_IS, Set.of("id", "name"), null, false);
        }
        if (record == IndustrialChain.class) {
            return new Noun("chain", THERE_IS, Set.of("id", "name"), null, false);
        }
        if (record == Milestone.class) {
            return new Noun("milestone", "the project has", Set.of("step"), null, false);
        }
        Set<String> itself = record == SubTrack.class ? Set.of("track") : Set.of("name");
        return new Noun(ComponentNames.words(type.name()), "the city has", itself, null, false);
    }

    /** Whether a component names the thing itself. */
    boolean isItself(String component) {
        return itself.contains(component);
    }

    String plural() {
        return singular + "s";
    }

    String article() {
        return "aeiou".indexOf(singular.charAt(0)) >= 0 ? "an" : "a";
    }

    /** {@code the project}. */
    String subject() {
        return isOne ? "the " + singular : "it";
    }

    /** {@code that fund's available}, {@code the project's track}, {@code the day of screening}. */
    String possessive(String component) {
        if (singular.equals("as of")) {
            return component.equals("date") ? "the day of screening" : "the first day of that year";
        }
        String which = isOne ? "the " + singular : "that " + singular;
        return isItself(component) ? which : which + "'s " + ComponentNames.words(component);
    }
}
