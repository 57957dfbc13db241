/**
 * What people and other programs get to see, made from values alone: reports of runs as text, JUnit
 * XML and JSON.
 *
 * <p>Entry types: {@link org.dvrsim.view.RunText}, {@link org.dvrsim.view.JunitXml}, {@link
 * org.dvrsim.view.RunJson}.
 */
package org.dvrsim.view;
