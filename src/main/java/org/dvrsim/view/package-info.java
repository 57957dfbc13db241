/**
 * What people and other programs get to see, made from values alone: reports of runs as text, JUnit
 * XML and JSON, and a packet's way as text and JSON.
 *
 * <p>Entry types: {@link org.dvrsim.view.RunText}, {@link org.dvrsim.view.JunitXml}, {@link
 * org.dvrsim.view.RunJson}; {@link org.dvrsim.view.TraceText}, {@link org.dvrsim.view.TraceJson}.
 */
package org.dvrsim.view;
