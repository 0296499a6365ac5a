package dev.winnow.model.internal.history;

import dev.winnow.model.domain.StatedFact;
import dev.winnow.model.source.Place;

/** A fact that belongs to no component, with its place in the file. */
public record PlacedFact(StatedFact fact, Place place) {}
