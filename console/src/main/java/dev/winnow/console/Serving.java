package dev.winnow.console;

import dev.winnow.console.input.RecordsInput;
import dev.winnow.console.option.InputOptions;
import dev.winnow.console.terminal.Notices;
import dev.winnow.web.internal.workbench.Session;
import org.jspecify.annotations.Nullable;

/**
 * A run of {@code winnow serve}, before it takes requests.
 *
 * @param session the work that its views show
 * @param input the options that name universe and pack
 * @param records the records; null if none are used
 * @param panel the panel; null if none is given
 * @param notices reports problems of further files
 */
public record Serving(
        Session session,
        InputOptions input,
        @Nullable RecordsInput records,
        @Nullable PanelInput panel,
        Notices notices) {}
