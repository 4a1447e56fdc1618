"""
The rooms with sockets: HTTP/1.1 over httpcore's connections and our own network backends.

`blocking` and `aio` are the two transports; `shelf` keeps their idle connections; `network_*`
lend each read only the time that the call has left; `client_bridge` serves a caller's own
httpx client. Everything here raises the errors of `polyvox_core.errors` only.
"""
