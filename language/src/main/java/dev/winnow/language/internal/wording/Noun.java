package dev.winnow.language.internal.wording;

import dev.winnow.language.internal.vocabulary.AsOf;
import dev.winnow.language.internal.vocabulary.FactType;
import dev.winnow.language.internal.vocabulary.Limit;
import dev.winnow.model.domain.ChainLink;
import dev.winnow.model.domain.City;
import dev.winnow.model.domain.Coverage;
import dev.winnow.model.domain.IndustrialChain;
import dev.winnow.model.domain.Milestone;
import dev.winnow.model.domain.Presence;
import dev.winnow.model.domain.Project;
import dev.winnow.model.source.Language;
import dev.winnow.model.vocabulary.DeclaredList;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * The noun for a fact type in sentences.
 *
 * @param type the type
 * @param singular the noun in the singular
 * @param owner the owner with its verb: {@code the city has}
 * @param itself the components that name the thing itself rather than something about it
 * @param holds the verb of the city where {@code held} is true; null if the type has no such component
 * @param isOne whether there is exactly one, which needs no "there is"
 */
record Noun(
        FactType type,
        String singular,
        String owner,
        Set<String> itself,
        @Nullable String holds,
        boolean isOne) {

    private static final String THERE_IS = "there is";

    static Noun of(FactType type) {
        Class<?> record = type.record();
        if (record == Project.class || record == City.class || record == Limit.class || record == AsOf.class) {
            return new Noun(type, type.words(Language.EN), "", Set.of("id"), null, true);
        }
        if (record == Presence.class) {
            return new Noun(type, "link", THERE_IS, Set.of("link"), "holds", false);
        }
        if (record == Coverage.class) {
            return new Noun(type, "stage", THERE_IS, Set.of("stage"), "covers", false);
        }
        if (record == ChainLink.class) {
            return new Noun(type, "link", THERE_IS, Set.of("id", "name"), null, false);
        }
        if (record == IndustrialChain.class) {
            return new Noun(type, "chain", THERE_IS, Set.of("id", "name"), null, false);
        }
        if (record == Milestone.class) {
            return new Noun(type, "milestone", "the project has", Set.of("step"), null, false);
        }
        // A row with only a key is called by that key.
        boolean isKeyAlone = type.key().size() == 1 && type.properties().size() == 2;
        Set<String> itself = isKeyAlone ? Set.copyOf(type.key()) : Set.of("name");
        return new Noun(type, type.words(Language.EN), "the city has", itself, null, false);
    }

    /** Whether a component names the thing itself. */
    boolean isItself(String component) {
        return itself.contains(component);
    }

    /** Returns the plural: for a declared list its own name, since not every noun takes an s. */
    String plural() {
        DeclaredList declared = type.declared();
        return declared == null ? singular + "s" : declared.called().inLanguage(Language.EN);
    }

    String article() {
        return "aeiou".indexOf(singular.charAt(0)) >= 0 ? "an" : "a";
    }

    /** Returns the noun as a subject: {@code the project}. */
    String subject() {
        return isOne ? "the " + singular : "it";
    }

    /**
     * Returns a component with its owner: {@code that fund's available}, {@code the project's track}, {@code the day of
     * screening}.
     */
    String possessive(String component) {
        if (singular.equals("as of")) {
            return component.equals("date") ? "the day of screening" : "the first day of that year";
        }
        String which = isOne ? "the " + singular : "that " + singular;
        return isItself(component) ? which : which + "'s " + type.words(component, Language.EN);
    }
}
