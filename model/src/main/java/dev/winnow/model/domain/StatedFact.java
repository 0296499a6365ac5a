package dev.winnow.model.domain;

import dev.winnow.model.value.Evidence;
import dev.winnow.model.value.Figure;
import dev.winnow.model.value.Lists;
import org.jspecify.annotations.Nullable;

/**
 * A fact outside the components of the records. It is kept with its source and displayed; no rule reads it.
 *
 * @param subject the id of a project, city, chain or link, or the name of anything else
 * @param about the aspect of the subject, in a few words: {@code rank among parks}
 * @param text the fact in words; null if the figure states it
 * @param figure its figure; null if it has none
 * @param contradicts the statement that it contradicts, in words; null if there is none
 * @param evidence its origin and the day from which it counts
 */
public record StatedFact(
        String subject,
        String about,
        @Nullable String text,
        @Nullable Figure figure,
        @Nullable String contradicts,
        Evidence evidence) {

    public StatedFact {
        Lists.require(subject, "subject");
        Lists.require(about, "about");
        Lists.require(evidence, "evidence");
    }
}
