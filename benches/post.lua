-- Every request is a POST with a key of its own, from a page of the platform, with a body that is not accepted or not
-- allowed: what is measured is the way there and the audit entry. Who asks is told to wrk with -H.
local number, thread = 0, tostring(math.random(1, 1000000000))
function init()
  wrk.headers["X-Jifen"] = "1"
  wrk.headers["Content-Type"] = "application/json"
end
function request()
  number = number + 1
  -- A table given to wrk.format would take the place of what -H said.
  wrk.headers["Idempotency-Key"] = thread .. "-" .. number
  return wrk.format("POST", nil, nil, "{}")
end
