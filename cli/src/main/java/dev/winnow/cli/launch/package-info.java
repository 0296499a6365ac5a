/** What the launcher of a checkout needs beside the shell: it builds, and makes what Java starts from. */
@NullMarked
package dev.winnow.cli.launch;

import org.jspecify.annotations.NullMarked;
