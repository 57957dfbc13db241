package org.dvrsim.agent;

/**
 * An error of the real agent's code itself: something used that was None or missing. Each place
 * that raises one is a defect of the real agent, kept because what it leaves behind is visible.
 */
final class PythonError extends AgentError {
  private static final long serialVersionUID = 1L;

  private final String typeName;

  private PythonError(String typeName, String message) {
    super(message);
    this.typeName = typeName;
  }

  /** Returns what reading {@code attribute} of None raises. */
  static PythonError attributeOfNone(String attribute) {
    return new PythonError(
        "AttributeError", "'NoneType' object has no attribute '" + attribute + "'");
  }

  /** Returns what reading an attribute that a class does not have raises. */
  static PythonError attributeOfObject(String type, String attribute) {
    return new PythonError(
        "AttributeError", "'" + type + "' object has no attribute '" + attribute + "'");
  }

  /** Returns what reading a variable raises that was not assigned on the way taken. */
  static PythonError unassigned(String variable) {
    return new PythonError(
        "UnboundLocalError", "local variable '" + variable + "' referenced before assignment");
  }

  /** Returns what an argument of an unfit type raises. */
  static PythonError typeError(String message) {
    return new PythonError("TypeError", message);
  }

  /** Returns what indexing None raises. */
  static PythonError indexOfNone() {
    return new PythonError("TypeError", "'NoneType' object is not subscriptable");
  }

  /** Returns what a missing key raises. */
  static PythonError keyError(String key) {
    return new PythonError("KeyError", "'" + key + "'");
  }

  /** Returns what a list's remove() raises where the element is not there. */
  static PythonError notInList() {
    return new PythonError("ValueError", "list.remove(x): x not in list");
  }

  @Override
  public String typeName() {
    return typeName;
  }
}
