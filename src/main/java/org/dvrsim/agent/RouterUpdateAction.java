package org.dvrsim.agent;

/**
 * What an update in the agent's queue asks for.
 *
 * <p>Models: neutron/agent/l3/agent.py, the constants under Actions
 */
enum RouterUpdateAction {
  /** Delete a router. */
  DELETE_ROUTER,
  /** Delete a router that came along with another. */
  DELETE_RELATED_ROUTER,
  /** Add a router or bring it up to date. */
  ADD_UPDATE_ROUTER,
  /** Add or update a router that came along with another. */
  ADD_UPDATE_RELATED_ROUTER,
  /** See whether a router is on a network that changed. */
  UPDATE_NETWORK;

  /** Returns what to do with routers that come along. */
  RouterUpdateAction related() {
    return this == DELETE_ROUTER ? DELETE_RELATED_ROUTER : ADD_UPDATE_RELATED_ROUTER;
  }

  /** Tells whether this is about a router that came along with another. */
  boolean isRelated() {
    return this == DELETE_RELATED_ROUTER || this == ADD_UPDATE_RELATED_ROUTER;
  }
}
