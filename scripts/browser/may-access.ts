import { accessSync } from 'node:fs'

/** @param mode of `fs.constants`: `X_OK`, `W_OK` */
export function mayAccess(path: string, mode: number): boolean {
  try {
    accessSync(path, mode)
    return true
  } catch {
    return false
  }
}
