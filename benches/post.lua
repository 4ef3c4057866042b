-- Every request is a POST with a key of its own, from a page of the platform, with a body that is not accepted or not
-- allowed: what is measured is the way there and the audit entry.
local number, thread = 0, tostring(math.random(1, 1000000000))
function request()
  number = number + 1
  return wrk.format("POST", nil, {
    ["X-Jifen"] = "1",
    ["Content-Type"] = "application/json",
    ["Idempotency-Key"] = thread .. "-" .. number,
  }, "{}")
end
