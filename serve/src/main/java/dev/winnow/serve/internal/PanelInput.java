package dev.winnow.serve.internal;

import dev.winnow.analysis.internal.panel.PanelUniverse;
import dev.winnow.engine.RulePack;
import java.nio.file.Path;
import java.util.function.Function;

/**
 * A panel of assessors.
 *
 * @param file its file
 * @param reading reads it and its judgements again, as a pack reads them
 */
public record PanelInput(Path file, Function<RulePack, PanelUniverse> reading) {}
